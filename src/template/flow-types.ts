/** How a field reaches an outlet: E it is printed; I it decides which words are printed. (S, selection, is the model's.) */
export interface FlowLabel {
  readonly field: string;
  readonly printed: boolean;
  readonly influences: boolean;
}
