interface Issue {
  readonly field: string;
  readonly message: string;
}

/**
 * The name of its field before each message, so that a summary of several reads by itself; the field shows the same
 * words. Of an answer in parts (`payee.number`) it is the name of the whole. What concerns no field of the form is left
 * as it is.
 */
export function labelledIssues(
  issues: readonly Issue[],
  labels: Readonly<Record<string, string | undefined>>,
): readonly Issue[] {
  return issues.map(({ field, message }) => {
    const whole = Object.hasOwn(labels, field) ? field : (field.split('.', 1)[0] ?? field);
    const label = Object.hasOwn(labels, whole) ? labels[whole] : undefined;
    return { field, message: label === undefined ? message : `${label}：${message}` };
  });
}
