// What each row of a cost estimate comes to, as it is typed. The total beside them comes from the server.
const POUNDS_AN_HOUR = 25;
const number = (text) => Number(text.replaceAll(",", "").trim() || NaN);
const said = (value, places) => value.toLocaleString("en-GB", { maximumFractionDigits: places });

document.querySelectorAll("[data-cost-row]").forEach((row) => {
  const typed = (name) => row.querySelector(`[name$="-${name}"]`).value;
  row.addEventListener("input", () => {
    const people = typed("people").trim() ? number(typed("people")) : 1;
    const counts = !row.querySelector("select").selectedOptions[0].text.endsWith("(does not count)");
    const hours = (number(typed("records")) * number(typed("minutes")) * people) / 60;
    const known = counts && Number.isFinite(hours) && hours >= 0;
    row.querySelector("[data-cost-hours]").textContent = known ? said(hours, hours < 0.05 ? 2 : 1) : "0";
    row.querySelector("[data-cost-pounds]").textContent = `£${known ? said(hours * POUNDS_AN_HOUR, 2) : "0"}`;
  });
});
