"""Direct quotations: verbatim, with who said them, how, and where."""
