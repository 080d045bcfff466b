// Plans with many rows.

/** A plan with so many programmes, called "Many". */
export function example(rows) {
  const programmes = Array.from({ length: rows }, (_, at) => ({ id: `p-${at}`, name: `Programme ${at}`, number: `${at}` }));
  return JSON.stringify({
    format: "one-plan/1",
    plan: [{ title: "Many", system: "Anywhere", first_year: "2011/12", last_year: "2011/12", base_year: "2010/11" }],
    programmes,
  });
}
