/* Copy the citation, or hand the page to the system's own share sheet; no third party is asked. */

/** Do what a button says, and say so in it. */
export async function passOn(button) {
  const text = document.querySelector(".citation")?.textContent.trim();
  const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  try {
    if ("share" in button.dataset) await navigator.share({ title: document.querySelector("h1").textContent.trim(), url });
    else await navigator.clipboard.writeText(text);
  } catch (error) {
    if (error.name === "AbortError") return; // the reader closed the share sheet
    const range = document.createRange(); // what cannot be copied is at least chosen
    range.selectNodeContents(document.querySelector(".citation"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  button.parentNode.querySelector("[role=status]").textContent = button.dataset.done ?? "";
}
