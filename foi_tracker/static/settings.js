// Draws the letter beside the settings as they are typed or chosen. Without it, the button “Preview” does.
//
//   <form id="settings" data-letter-url="...">   posts its fields there; the answer is {letter, says}
//   <iframe id="settings-letter">                takes the letter
//   <p id="says-kind">                           takes what is said of that setting
const form = document.getElementById("settings");
const frame = document.getElementById("settings-letter");
let running = new AbortController();
let timer;

function later() {
  clearTimeout(timer);
  timer = setTimeout(draw, 350);
}

async function draw() {
  running.abort();
  running = new AbortController();
  try {
    const answer = await fetch(form.dataset.letterUrl, { method: "POST", body: new FormData(form), signal: running.signal });
    if (answer.ok && !answer.redirected) {
      put(await answer.json());
    }
  } catch (problem) {
    if (problem.name !== "AbortError") {
      console.warn("No preview:", problem.message); // the page without it is whole
    }
  }
}

// The frame keeps its document, so that it stays where it was scrolled to and does not flash.
function put({ letter, says }) {
  const made = document.createElement("template");
  made.innerHTML = letter;
  const shown = frame.contentDocument;
  shown.querySelector("style").textContent = made.content.querySelector("style").textContent;
  shown.body.className = letter.match(/<body class="([^"]*)"/)[1];
  shown.body.replaceChildren(shown.importNode(made.content.querySelector("main"), true));
  for (const [name, words] of Object.entries(says)) {
    const place = document.getElementById(`says-${name}`);
    if (place.textContent !== words) {
      place.textContent = words;
    }
  }
}

document.addEventListener("input", (event) => event.target.form === form && later());
document.addEventListener("change", (event) => event.target.form === form && later());
