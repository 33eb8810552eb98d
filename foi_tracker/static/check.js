// Checks many letters, a folder of them: sends a few at a time, says how far it is, and shows what was found in
// all of them on one page. The server keeps nothing of it; this page holds what was found until the last is read.
// Without it the form sends everything in one go, and takes no more than that.
const form = document.getElementById("check");
const panel = document.getElementById("check-run");
const bar = panel.querySelector("progress");
const [words, said, problem, on, show, stop, back, cannot] =
  ["words", "said", "problem", "on", "show", "stop", "back", "cannot"].map((name) => document.getElementById(`check-${name}`));
const FEW = Number(form.dataset.few);
const MOST = Number(form.dataset.most);
const LARGEST = Number(form.dataset.largest); // bytes, of one letter and of a few together
const PASTED = "The pasted words";
const SAID_EACH = 10; // how often what is heard is renewed on the way, so that nobody is talked over
let letters = []; // {name, file}
let tooLarge = []; // names
let done = 0;
let tellsFrom = 0;
let running = null;

form.addEventListener("submit", (event) => {
  const { found, large } = chosen();
  const many = found.length + large.length;
  const inOneGo = many <= FEW && !large.length && sum(found) <= LARGEST;
  cannot.hidden = true;
  if (!inOneGo) {
    event.preventDefault();
    cannot.textContent = whyNot(many);
    cannot.hidden = !cannot.textContent;
    if (cannot.hidden) {
      begin(found, large);
    }
  }
});
on.addEventListener("click", go);
stop.addEventListener("click", () => running?.abort());
back.addEventListener("click", () => {
  panel.hidden = true;
  form.hidden = false;
  form.elements.files.focus();
});
panel.addEventListener("submit", () => window.removeEventListener("beforeunload", ask));

// Every file of both boxes, but for those that programs hide in a folder; and the words that were pasted.
function chosen() {
  const single = [...form.elements.files.files].map((file) => ({ name: file.name, file }));
  const within = [...form.elements.folder.files]
    .map((file) => ({ name: file.webkitRelativePath.split("/").slice(1).join("/") || file.name, file }))
    .filter(({ name }) => !name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$")))
    .sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
  const pasted = form.elements.words.value.trim() ? [{ name: PASTED, file: new File([form.elements.words.value], PASTED) }] : [];
  const all = [...single, ...within, ...pasted];
  const fits = ({ file }) => file.size <= LARGEST;
  return { found: all.filter(fits), large: all.filter((each) => !fits(each)).map(({ name }) => name) };
}

function sum(some) {
  return some.reduce((bytes, { file }) => bytes + file.size, 0);
}

function whyNot(many) {
  const ofOne = ["received-day", "received-month", "received-year", "issued-day", "issued-month", "issued-year", "asked"];
  if (many > MOST) {
    return `You chose ${many.toLocaleString("en")} files. Choose ${MOST.toLocaleString("en")} or fewer at a time. Results that are kept can be added to.`;
  }
  if (many > 1 && ofOne.some((name) => form.elements[name].value.trim())) {
    return "What you know of a letter can be told of one alone. Empty the dates and the request, or check that letter by itself.";
  }
  return "";
}

function begin(found, large) {
  [letters, tooLarge, done, tellsFrom] = [found, large, 0, 0];
  panel.querySelectorAll("[name=found], [name=too_large]").forEach((carried) => carried.remove());
  large.forEach((name) => carry("too_large", name));
  bar.max = letters.length || 1;
  form.hidden = true;
  panel.hidden = false;
  panel.focus();
  go();
}

async function go() {
  running = new AbortController();
  window.addEventListener("beforeunload", ask);
  offer({ running: true });
  try {
    while (done < letters.length) {
      tell();
      const some = next();
      carry("found", await send(some));
      done += some.length;
    }
    tell();
    panel.requestSubmit();
  } catch (why) {
    rest(why);
  }
}

// As many of the next letters as are sent together; at least one.
function next() {
  let some = letters.slice(done, done + FEW);
  while (some.length > 1 && sum(some) > LARGEST) {
    some = some.slice(0, -1);
  }
  return some;
}

async function send(some) {
  const sent = new FormData();
  sent.set("csrf_token", form.elements.csrf_token.value);
  sent.set("regime", form.elements.regime.value);
  some.forEach(({ name, file }) => sent.append("files", file, name));
  const answer = await fetch(form.dataset.someUrl, { method: "POST", body: sent, signal: running.signal });
  if (!answer.ok || !answer.headers.get("Content-Type").startsWith("text/plain")) {
    throw new Error(`answered ${answer.status}`);
  }
  return answer.text();
}

function carry(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  panel.append(field);
}

const howFar = () => `${done.toLocaleString("en")} of ${letters.length.toLocaleString("en")} letters`;

function tell() {
  bar.value = done;
  words.textContent = `Checked ${howFar()}`;
  if (!done || done >= tellsFrom) {
    said.textContent = words.textContent;
    tellsFrom = done + letters.length / SAID_EACH;
  }
}

// Stopped by hand, or by what went wrong: what was found so far is here still.
function rest(why) {
  const asked = why.name === "AbortError";
  window.removeEventListener("beforeunload", ask);
  words.textContent = `Stopped. Checked ${howFar()}`;
  said.textContent = asked ? words.textContent : "";
  problem.textContent = asked
    ? ""
    : "That did not work. You may have been signed out or lost the connection, or a file cannot be read any more.";
  offer({ running: false });
  (on.hidden ? back : on).focus();
}

function offer({ running }) {
  problem.hidden = running || !problem.textContent;
  stop.hidden = !running;
  on.hidden = running;
  back.hidden = running;
  show.hidden = running || !(done || tooLarge.length);
}

function ask(event) {
  event.preventDefault();
}
