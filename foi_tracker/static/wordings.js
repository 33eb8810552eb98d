// Puts a placeholder where the officer was writing, by a press; at the end, where they have not written yet. Without
// it they are typed as the table shows them.
//
//   <code data-insert>{received}</code>
const words = document.querySelector("#wording textarea");
let wasThere = document.activeElement === words;

words.addEventListener("focus", () => (wasThere = true), { once: true });

document.querySelectorAll("code[data-insert]").forEach((code) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "app-small-button";
  button.innerHTML = '<span class="govuk-visually-hidden">Put in </span>';
  code.replaceWith(button);
  button.append(code);
  button.addEventListener("click", () => {
    if (!wasThere) {
      words.selectionStart = words.value.length; // a browser begins at the front
    }
    words.setRangeText(code.textContent, words.selectionStart, words.selectionEnd, "end");
    words.dispatchEvent(new Event("input", { bubbles: true })); // the preview and the draft follow
    words.focus();
  });
});
