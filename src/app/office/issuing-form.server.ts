import type { IssuingForm } from '#/programme/certificate/decision-input.ts'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function issuingForm(form: FormData): IssuingForm {
  return {
    numberKind: text(form, 'numberKind'),
    reserved: text(form, 'reserved'),
    irregular: text(form, 'irregular'),
    issuedOn: text(form, 'issuedOn'),
    signerName: text(form, 'signerName'),
    signerPost: text(form, 'signerPost'),
  }
}

export { text as formText }
