// A case larger than most: what the application must stay quick with.

const two = (number) => String(number).padStart(2, "0");

/** A case of so many invoices of three years, every second one part-paid, as a file that the application opens: the first is the most urgent. */
export function largeCase(size) {
  const invoices = Array.from({ length: size }, (_, index) => {
    const [day, month, year] = [two(1 + ((index * 5) % 28)), two(1 + (index % 12)), index === 0 ? 2022 : 2024 + (index % 2)];
    const payment = { on: `${day}/${month}/${year + 1}`, amount: `${100 + index}`, retroactive: false };
    return {
      number: `F-${year}-${index + 1}`,
      dueOn: `${day}/${month}/${year}`,
      amount: `${1000 + index * 13}`,
      payments: index % 2 === 1 ? [payment] : [],
    };
  });
  return { format: "dument", version: 1, case: { debtor: { kind: "company", name: "Martin" }, terms: { rate: "fixed", figure: "15" }, invoices } };
}
