// What the boxes of a row are kept by. Their number says only where the row stands now, and a colleague may take an
// earlier one away meanwhile. So the box "rows-2-what" goes by what its row says that it is:
//
//   <input type="hidden" name="rows-2-id" value="17">   "rows-#17-what"; where the value is empty, because the row is
//                                                       not saved yet, "rows-+1-what": of the first such row
//
// Where a row does not say it, its boxes are not kept.
const NUMBERED = /^([a-z]+)-(\d+)-(.+)$/;
const KEPT = /^([a-z]+-)([#+][^-]*)(-.+)$/;

// Gives the name that a box is kept by, asked in the order of the page; null for one that nothing tells apart.
export function rowNames(form) {
  const unsaved = {};
  return (name) => {
    const [, list, number, box] = NUMBERED.exec(name) ?? [];
    const is = list && form.elements[`${list}-${number}-id`]?.value;
    if (!list || is) {
      return list ? `${list}-#${is}-${box}` : name;
    }
    const rows = (unsaved[list] ??= []);
    if (!rows.includes(number)) {
      rows.push(number);
    }
    return is === undefined ? null : `${list}-+${rows.indexOf(number) + 1}-${box}`;
  };
}

// The row that a kept name is of, as "rows-#17"; "" for a box of no row.
export function rowOf(kept) {
  const [, list, row] = KEPT.exec(kept) ?? [];
  return list ? list + row : "";
}

// The same names, those of rows that are not on the page as its next unsaved ones: so they are named once drawn.
export function asNextRows(names, onPage) {
  const rows = [...new Set(names.map(rowOf))].filter((row) => row && !onPage.has(row));
  const renamed = {};
  for (const row of rows) {
    const list = row.slice(0, row.indexOf("-") + 1);
    const taken = [...onPage, ...Object.values(renamed)].filter((each) => each.startsWith(`${list}+`)).length;
    renamed[row] = `${list}+${taken + 1}`;
  }
  return names.map((name) => name.replace(KEPT, (_, list, row, box) => (renamed[list + row] ?? list + row) + box));
}

// Gives the name that a form sends a kept box by: with its row's number, or with one of the next for a row not drawn.
export function numbered(form, fields) {
  const name = rowNames(form);
  const part = (field, which) => NUMBERED.exec(field.name)?.[which];
  const number = Object.fromEntries(fields.map((field) => [rowOf(name(field.name) ?? ""), part(field, 2)]));
  const highest = Math.max(-1, ...[...form.elements].map((field) => Number(part(field, 2) ?? -1)));
  return (kept) =>
    kept.replace(KEPT, (_, list, row, box) => list + (number[list + row] ?? highest + Number(row.slice(1))) + box);
}
