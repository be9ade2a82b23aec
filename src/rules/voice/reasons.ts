import type { OutletFacts } from "../../analysis/index.ts";
import type { LatticeWord } from "../../template/index.ts";
import { folded } from "../sequences.ts";

/** Words that tell a listener why the patient is wanted, beside those of the lexicon. Folded: no accents, no case. */
const REASONS: ReadonlySet<string> = new Set(
  [
    "visit visits appointment appointments appt checkup checkups exam exams test tests screening screenings",
    "result results prescription prescriptions refill refills medicine medicines medication medications",
    "procedure procedures surgery treatment treatments diagnosis bill billing balance payment",
    "visita visitas cita citas chequeo chequeos examen examenes prueba pruebas analisis resultado resultados",
    "receta recetas medicina medicinas medicamento medicamentos procedimiento cirugia tratamiento diagnostico",
    "factura saldo pago",
  ]
    .join(" ")
    .split(" "),
);

/**
 * What a message that a stranger hears says besides a name, a number and "please call back". Clinical words are the
 * business of a rule of their own.
 */
export function reasonsIn({ lattice, hits }: OutletFacts): readonly LatticeWord[] {
  const clinical = new Set(hits.flatMap(({ category, words }) => (category === "clinical" ? words : [])));
  return [...lattice.outgoing.values()]
    .flat()
    .filter(
      (word) => REASONS.has(folded(word.text)) && !word.marks.includes("sender") && !clinical.has(word),
    );
}
