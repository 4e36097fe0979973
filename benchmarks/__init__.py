"""Speed and accuracy, measured beside named peers in the same run."""
