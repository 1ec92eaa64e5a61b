// The registers of the programme office, in the order of their page.
import { found } from '../refuse.ts'
import { communicationItems } from './communication.ts'
import { consultantContracts, consultants } from './consulting.ts'
import { libraryItems } from './library.ts'
import { channelListings, outlets } from './market.ts'
import { materialAreas, valueLinks } from './material.ts'
import { craftVillages, ntmStatuses } from './place.ts'
import { programmeProjects } from './project.ts'
import type { Description } from './register.ts'

export const registers: readonly Description[] = [
  channelListings,
  outlets,
  valueLinks,
  materialAreas,
  consultants,
  consultantContracts,
  ntmStatuses,
  craftVillages,
  communicationItems,
  programmeProjects,
  libraryItems,
]

/** By its address or the name of its table; "not found" for anything else. */
export function registerAt(name: string | undefined): Description {
  return found(registers.find((register) => register.slug === name || register.table === name))
}
