// The confirm page without a reload, and with the keyboard. The server makes every page; this asks for the next
// one, puts its form in the place of the old one and looks at the row that changed.
const page = document.getElementById("confirm").parentElement;
const said = document.getElementById("said");
const keysOn = document.getElementById("keys-on");
const NUMBER_TYPED_WITHIN = 700; // milliseconds between the digits of one number
const earlier = []; // the forms before this one, for undo
const KEYS = new Set([
  ..."jknemsxatru0123456789", "ArrowDown", "ArrowUp", "Home", "End", "Escape", "Alt+ArrowUp", "Alt+ArrowDown",
]);
let at = null; // the id of the row last looked at
let number = "";
let numberTimer;
let queue = Promise.resolve();
let waiting = 0;

keysOn.checked = localStorage.getItem("confirm-keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("confirm-keys", keysOn.checked ? "on" : "off"));
page.addEventListener("submit", (event) => {
  const act = event.submitter?.value ?? "done";
  if (act !== "confirm") {
    event.preventDefault();
    enqueue(() => send(act));
  }
});
page.addEventListener("focusin", (event) => {
  at = event.target.closest("#pairs > li")?.id ?? at;
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("textarea")) {
    inTheBox(event);
  } else if (keysOn.checked && !event.ctrlKey && !event.metaKey && !event.target.closest("input, select, summary")) {
    outside(event);
  }
});

const form = () => document.getElementById("confirm");
const rows = () => [...document.querySelectorAll("#pairs > li")];
const questions = () => rows().filter((row) => row.dataset.card !== undefined);
const here = () => document.getElementById(at) ?? null;

// Keys pressed quickly wait for one another: each act is of the page that the one before it made.
function enqueue(task) {
  waiting += 1;
  page.setAttribute("aria-busy", "true");
  queue = queue
    .then(task)
    .catch((problem) => {
      console.warn("Not done:", problem.message);
      said.textContent = "That did not work. Try again.";
    })
    .finally(() => {
      waiting -= 1;
      if (!waiting) {
        page.removeAttribute("aria-busy");
      }
    });
}

async function send(act) {
  const old = form();
  const typed = new FormData(old);
  typed.set("act", act);
  const box = old.querySelector("textarea[data-cursor]");
  if (act.startsWith("here ") && box) {
    typed.set("cursor", offsetInLines(box));
  }
  const answer = await fetch(old.action, { method: "POST", body: typed });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("confirm");
  if (!answer.ok || !next) {
    old.submit(); // a session that ended, a fault: let the whole page say so
    return;
  }
  next.querySelectorAll("[autofocus]").forEach((box) => box.removeAttribute("autofocus")); // look() does it
  earlier.push({ form: old, at });
  old.replaceWith(next);
  look(next);
}

// What is left of the cursor, counted as the server counts it; nothing when the cursor is at an end.
function offsetInLines(box) {
  const before = box.value.slice(0, box.selectionStart);
  return before.trim() && box.value.slice(box.selectionStart).trim() ? String([...before].length) : "";
}

function look(shown) {
  const box = shown.querySelector("textarea");
  if (box) {
    at = box.closest("li")?.id ?? at;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    box.scrollIntoView({ block: "nearest" });
  } else {
    goTo(document.getElementById(shown.dataset.focus) ?? here() ?? rows().at(-1));
  }
  said.textContent = shown.dataset.count;
}

function goTo(row) {
  if (row) {
    at = row.id;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const all = rows();
  const now = all.indexOf(here());
  goTo(now < 0 ? (questions()[0] ?? all[0]) : all[Math.min(Math.max(now + by, 0), all.length - 1)]);
}

function nextMarked() {
  const all = rows();
  const now = all.indexOf(here());
  const marked = all.filter((row) => row.dataset.marked !== undefined);
  goTo(marked.find((row) => all.indexOf(row) > now) ?? marked[0]);
}

// 1 then 2 is question 12, unless there is a wait between them.
function jump(digit) {
  clearTimeout(numberTimer);
  const labelled = questions();
  const find = (label) => labelled.find((row) => row.dataset.label.toLowerCase() === label.toLowerCase());
  number = find(number + digit) ? number + digit : digit;
  numberTimer = setTimeout(() => (number = ""), NUMBER_TYPED_WITHIN);
  goTo(find(number) ?? labelled.find((row) => row.dataset.label.startsWith(number)));
}

// Back to before the last act. What was only opened to be changed is not an act: an edit is undone as a whole.
function undo() {
  let last = earlier.pop();
  while (last?.form.dataset.opened && earlier.length) {
    last = earlier.pop();
  }
  if (last) {
    form().replaceWith(last.form);
    at = last.at;
    look(last.form);
  } else {
    said.textContent = "Nothing to undo";
  }
}

function inTheBox(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    enqueue(() => send("done"));
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.dataset.cursor) {
    event.preventDefault();
    enqueue(() => send(`here ${event.target.dataset.cursor}`));
  }
}

// What each key does to a card, an unclaimed line or grey words; nothing where it has no meaning.
function actOf(key, row) {
  const { card, words, unclaimed, again, lines, twin, doubt } = row?.dataset ?? {};
  if (twin !== undefined && "tr".includes(key)) {
    return `${key === "t" ? "twice" : "two"} ${card}`;
  }
  if (doubt !== undefined && key === "r") {
    return `right ${card}`;
  }
  if (card !== undefined) {
    const verb = { e: "edit", m: "join", s: "split", x: "remove", a: "add", "Alt+ArrowUp": "up", "Alt+ArrowDown": "down" }[key];
    return verb && `${verb} ${card}`;
  }
  if (unclaimed !== undefined) {
    const verb = { a: "claim", m: "ahead", x: "aside" }[key];
    return verb && `${verb} ${words}`;
  }
  if (again !== undefined) {
    return key === "a" ? `part ${words}` : undefined;
  }
  if (words !== undefined) {
    const verb = { e: "look", a: lines === "1" ? "claim" : "look" }[key];
    return verb && `${verb} ${words}`;
  }
  return key === "a" ? "append" : undefined;
}

function outside(event) {
  const typed = event.shiftKey ? event.key : event.key.replace(/^[A-Z]$/, (letter) => letter.toLowerCase()); // Caps Lock
  const key = event.altKey ? `Alt+${typed}` : typed;
  if (KEYS.has(key)) {
    event.preventDefault();
    enqueue(() => press(key));
  }
}

async function press(key) {
  const moves = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    Home: () => goTo(questions()[0]), End: () => goTo(questions().at(-1)), n: nextMarked, u: undo,
  };
  const offered = form().querySelector(`[data-key="${key}"]`);
  if (offered) {
    await send(offered.value);
  } else if (/^[0-9]$/.test(key)) {
    jump(key);
  } else if (moves[key]) {
    moves[key]();
  } else {
    const command = key === "Escape" ? form().dataset.opened && "done" : actOf(key, here());
    if (command) {
      await send(command);
    }
  }
}
