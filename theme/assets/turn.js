/* Turns a story's timeline round: from its beginning for who comes new, newest first for who follows. */

/** Show the button, and let it turn the list that follows it. */
export function fill(button) {
  const list = button.closest("section").querySelector(".timeline");
  button.hidden = false;
  button.addEventListener("click", () => {
    list.replaceChildren(...[...list.children].reverse());
    const words = button.textContent;
    button.textContent = button.dataset.turned;
    button.dataset.turned = words;
  });
}
