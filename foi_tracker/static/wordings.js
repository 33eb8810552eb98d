// Puts a placeholder where the officer was writing. Without it they are typed as the table shows them.
//
//   <button type="button" data-insert="{received}" hidden>
const words = document.querySelector("#wording textarea");

document.querySelectorAll("[data-insert]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    words.setRangeText(button.dataset.insert, words.selectionStart, words.selectionEnd, "end");
    words.dispatchEvent(new Event("input", { bubbles: true })); // the preview and the draft follow
    words.focus();
  });
});
