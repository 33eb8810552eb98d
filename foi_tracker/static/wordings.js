// Puts a placeholder where the officer was writing, by a press. Without it they are typed as the table shows them.
//
//   <code data-insert>{received}</code>
const words = document.querySelector("#wording textarea");

document.querySelectorAll("code[data-insert]").forEach((code) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "app-small-button";
  button.innerHTML = '<span class="govuk-visually-hidden">Put in </span>';
  code.replaceWith(button);
  button.append(code);
  button.addEventListener("click", () => {
    words.setRangeText(code.textContent, words.selectionStart, words.selectionEnd, "end");
    words.dispatchEvent(new Event("input", { bubbles: true })); // the preview and the draft follow
    words.focus();
  });
});
