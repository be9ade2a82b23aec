import { describe, expect, it } from "vitest";
import { lexicon, scanText, unreviewedIn } from "../../src/lexicon/index.ts";

const words = lexicon();

function found(text: string, language: string): string[] {
  return scanText(text, words, language).map((hit) => `${hit.kind}: ${text.slice(hit.start, hit.end)}`);
}

/** A text, and the hits that it must have, in reading order. */
const HITS: Readonly<Record<string, readonly (readonly [text: string, ...hits: string[]])[]>> = {
  en: [
    ["Your diabetes check is overdue", "condition: diabetes"],
    ["Time for your flu shot!", "vaccine: flu shot"],
    ["About your shot", "vaccine: your shot"],
    ["Your A1C is due", "condition: A1C"],
    ["Your A1c was 8.2", "result: A1c was 8.2"],
    ["Take 20mg daily", "result: 20mg"],
    ["Lakeside Oncology: call us", "cancer: Oncology"],
    ["about your biopsies", "cancer: biopsies"],
    ["Your test was abnormal", "test: Your test was", "result: abnormal"],
    ["your Suboxone refill", "substance: Suboxone", "medicine: refill"],
    ["The sugar doctor called", "condition: The sugar", "condition: sugar doctor"],
    ["Blood thinners and sugar pills", "condition: Blood thinners", "medicine: pills"],
    ["It is time to renew the pill", "reproductive: the pill"],
    ["MS clinic visit", "condition: MS clinic"],
    ["Your NA meeting", "substance: Your NA meeting"],
    ["MAT program check-in", "substance: MAT program"],
    ["Breast cancer screening", "cancer: Breast cancer", "test: screening"],
    ["H.I.V. results", "hiv-sti: H.I.V"],
    ["See you soon 💊", "medicine: 💊"],
    ["A rare sarcoidosis", "condition: sarcoidosis"],
    ["Your flexiplasty visit", "procedure: flexiplasty"],
    ["Start newmimab today", "medicine: newmimab"],
    ["Your diabеtes visit", "condition: diabеtes"],
    ["Your ｄｉａｂｅｔｅｓ visit", "condition: ｄｉａｂｅｔｅｓ"],
    ["Your dia\u00ADbe\u200Btes visit", "condition: dia\u00ADbe\u200Btes"],
    // spelled as people do, in capitals, with hyphens, possessives and accents
    ["Your metforman and lisinapril", "medicine: metforman", "medicine: lisinapril"],
    ["Bring your Tylonel's box", "medicine: Tylonel's"],
    ["Is your DIABITIC visit set", "condition: DIABITIC"],
    ["X-Rays, xrays", "test: X-Rays", "test: xrays"],
    ["Your cyclofosfamide and rocuronium", "chemical: cyclofosfamide", "medicine: rocuronium"],
    ["dichlorobenzamide", "chemical: dichlorobenzamide"],
    [
      "carcinogenesis, hepatocyte, convulsive",
      "condition: carcinogenesis",
      "condition: hepatocyte",
      "condition: convulsive",
    ],
    ["You failed to attend", "blame: You failed to attend"],
    ["Why didn’t you call?", "blame: Why didn’t you"],
    ["You ignored our messages", "blame: You ignored"],
    ["It may be too late", "alarm: too late"],
    ["You could die", "alarm: You could die"],
    ["Last chance to book", "pressure: Last chance"],
    ["Act now", "pressure: Act now"],
    ["Your family needs you", "guilt: Your family needs"],
    ["We guarantee relief", "guarantee: guarantee"],
    ["You'll be fine", "guarantee: You'll be fine"],
    ["9 out of 10 patients recover", "statistic: 9 out of 10 patients"],
    ["Completely safe and painless", "safety: Completely safe", "safety: safe and painless"],
    ["The best doctors in town", "superiority: best doctors"],
    ["Your #1 clinic", "superiority: #1"],
    ["Cut your risk by 30%", "outcome: Cut your risk", "statistic: risk by 30", "statistic: by 30%"],
    ["Same-day visits", "availability: Same-day visits"],
    ["Open 24/7", "availability: 24/7"],
    ["Medicare covers it", "coverage: Medicare covers"],
    ["Get a $25 gift card", "price: $25", "gift: gift card"],
    ["20% off whitening", "discount: 20% off"],
    ["A free visit for you", "free: free visit"],
    ["Your balance is due", "billing: Your balance"],
    ["Hi [First Name], call us", "placeholder: [First Name]"],
    ["Hi *|FNAME|*, call us", "placeholder: *|FNAME|*"],
    ["Hi {patient.first_name}", "placeholder: {patient.first_name}"],
    ["Call us at TBD", "placeholder: TBD"],
    ["Lorem ipsum", "placeholder: Lorem ipsum"],
  ],
  es: [
    ["Es hora de su control de diabetes", "condition: diabetes"],
    ["Una prueba de sangre", "test: Una prueba", "test: prueba de sangre"],
    ["Venga por su vacuna", "vaccine: vacuna"],
    ["Recoja sus medicinas", "medicine: medicinas"],
    ["Sus resultados están listos", "result: Sus resultados", "result: resultados están"],
    ["Clínica de oncología", "cancer: oncología"],
    ["visita con el psiquiatra", "mental: psiquiatra"],
    ["su embarazo", "reproductive: embarazo"],
    ["¿Le arde al orinar?", "symptom: Le arde", "symptom: arde al orinar"],
    ["Se le sube la presión", "condition: la presión"],
    ["visita con el otorrinolaringólogo", "specialty: otorrinolaringólogo"],
    ["No viniste a tu cita", "blame: No viniste"],
    ["Su familia depende de usted", "guilt: Su familia depende"],
    [
      "Responde ya o perderás tu lugar",
      "pressure: Responde ya",
      "pressure: o perderás",
      "pressure: perderás tu lugar",
    ],
    ["Usted faltó a su cita", "blame: Usted faltó", "blame: faltó a su cita"],
    ["Es la última oportunidad", "pressure: última oportunidad"],
    ["Garantizamos resultados", "guarantee: Garantizamos", "result: resultados"],
    ["Consulta gratis", "free: gratis"],
    ["20% de descuento", "discount: 20% de descuento"],
  ],
};

/** Ordinary outreach, and everyday uses of words that have a clinical one: no hit at all. */
const QUIET: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Maple Health: Hello. We missed you at your visit. Pick a new time or call +1 217 555 0142. Reply STOP to opt out.",
    "Pick a time that works best for you.",
    "Feel free to call us.",
    "You must bring a photo ID.",
    "If you haven't booked yet, call us.",
    "I can help you find a new time today.",
    "We cannot promise a time, and there is no guarantee that it is free on Monday.",
    "Keep an eye on your mail.",
    "Are you free to call?",
    "Give it a shot at a time that fits your schedule.",
    "Our hours of operation are on the site.",
    "Please bring a list of your medicines and your insurance card.",
    "Is this the best number to reach you?",
    "Interpreters are available at no cost to you.",
    "Call TTY 711 if you are deaf or hard of hearing.",
    "Ask for help if you have a disability.",
    "Sorry for the delay. We know plans change.",
    "Your yearly visit with your care team is on March 3rd at 3:30pm.",
    "Take your time. There is no rush.",
    "Visit our clinic in Hartford, CT or Washington, D.C. on Monday.",
    "We have openings this week.",
    "Welcome to our program. Read more about our diploma.",
    "He will admit that there is a limit to credit.",
    "Find out when you are free. Visit our page.",
    "The internal medicine office is on the second floor.",
    "# A new time\n\nPick one of our #openings.",
    "See [our page](https://mplhealth.example/r) for a map.",
    "Mornings can be a pain, so we open early. It is cold out, so wear a coat.",
    "Scan the code, then test your camera and microphone.",
    "Our hearts go out to you. Our team has your back.",
  ],
  es: [
    "Maple Health: Hola. No pudimos verle en su visita. Elija otra hora o llame. Responda STOP para no recibir más.",
    "Debe traer una identificación.",
    "Si aún no ha reservado, llámenos.",
    "No hay prisa. Elija la mejor hora para usted.",
    "Traiga una lista de sus medicinas y su tarjeta del seguro.",
    "Una nueva hora para su visita anual.",
    "Podemos ofrecerle un intérprete gratis.",
    "¿Olvidó su contraseña? No se preocupe, tratamos de ayudarle.",
    "Vengan mamás y papás. Suba al tercer piso y doble a la derecha.",
  ],
};

describe.each(Object.keys(HITS))("wording in %s", (language) => {
  it.each(HITS[language] ?? [])("finds what tells in: %s", (text, ...hits) => {
    expect(found(text, language).toSorted()).toEqual(hits.toSorted());
  });

  it.each(QUIET[language] ?? [])("is quiet about: %s", (text) => {
    expect(found(text, language)).toEqual([]);
  });

  it.each(QUIET[language] ?? [])("knows every word of: %s", (text) => {
    const own = lexicon({ safe: new Map([[language, NAMES.map((value) => ({ value }))]]) });
    expect(unreviewedIn(text, own, language).map((it) => it.text)).toEqual([]);
  });
});

/** Names that an organisation accepts for itself. */
const NAMES = ["Maple Health", "Hartford", "Washington", "diploma", "admit", "credit", "gratis"];
