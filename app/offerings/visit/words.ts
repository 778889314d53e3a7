import * as ar from './words/ar.ts'
import * as en from './words/en.ts'
import * as es from './words/es.ts'
import * as fr from './words/fr.ts'

/** The sentences of visits in each language: an area of the catalogues, and sentences for the visits' refusals. */
export const words = { en, ar, es, fr }
