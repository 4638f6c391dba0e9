// Rows of tables as Markdown writes them: cells between bars.

/** The cells of a line between bars; null when it is no such line. */
export function headingsIn(line: string): string[] | null {
  if (!/^\|(?:[^|]*\|){2,12}$/.test(line.trim())) return null;
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}
