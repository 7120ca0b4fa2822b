import { bound, handlersFor, lazily } from "@lianxin/plugin-kit";
import { addPerson } from "./add-person/add-person.js";
import { answerOthers } from "./answer-others.js";
import { appointProxy, endProxy, placeOfProxy, principalsOf, proxiesOf } from "./appoint-proxy/appoint-proxy.js";
import { authorityOf } from "./authorize/authority.js";
import { changeSettings } from "./change-settings/change-settings.js";
import { findSetting } from "./change-settings/setting.repository.js";
import { erasePerson } from "./erase-person/erase-person.js";
import { editPerson } from "./edit-person/edit-person.js";
import { listPeople } from "./find-person/list-people.repository.js";
import { aliasesOf, findPerson, namesOf, placeOfPerson, recordsOf } from "./find-person/person.repository.js";
import { endRole, giveRole } from "./give-role/give-role.js";
import { placeOfRole, rolesWithPlaces, whoAnswersFor } from "./give-role/role.repository.js";
import { importLines, startImport } from "./import-files/import-lines.js";
import { listImports, placeOfImport } from "./import-files/import.repository.js";
import { annotateFile, emptyFile, previewFile } from "./import-files/preview-file.js";
import { undoImport } from "./import-files/undo-import.js";
import { busyRowsOf, calendarsOf } from "./keep-calendar/calendar.repository.js";
import { addBusy, removeBusy, setWeekly } from "./keep-calendar/keep-calendar.js";
import { addOrganization, changeOrganization } from "./keep-organizations/keep-organization.js";
import { formerNames, listOrganizations, placeOfOrganization } from "./keep-organizations/organization.repository.js";
import { addPlace } from "./keep-places/add-place.js";
import { changePlace, closePlace } from "./keep-places/change-place.js";
import { coverPlace, endCover, listCovers, placeOfCover } from "./keep-places/cover-places.js";
import { listPlaces, pathOfPlace, placesAbove } from "./keep-places/place.repository.js";
import { addVenue, changeVenue } from "./keep-venues/keep-venue.js";
import { listVenues, placeOfVenue, venueCards } from "./keep-venues/venue.repository.js";
import { linksOf } from "./link-account/account.repository.js";
import { accountsOf, disableAccount, enableAccount, peopleBehind } from "./link-account/disable-account.js";
import { confirmLink, linkAccount, unlinkAccounts } from "./link-account/link-account.js";
import { answerPlaces } from "./link-account/posts.repository.js";
import { endLink, shareAccount } from "./link-account/share-account.js";
import { loadedYears, loadHolidays } from "./load-holidays/load-holidays.js";
import { mergePeople, mergesOf, placeOfMerge, undoMerge } from "./merge-people/merge-people.js";
import { movesRights, peopleOfMerge } from "./merge-people/moves-rights.js";
import { directory, type DirectoryContext } from "./plugin.js";
import { consentsOf, placeOfConsent, recordConsent, withdrawConsent } from "./record-consent/record-consent.js";
import { addChannel, confirmChannel } from "./show-contact/add-channel.js";
import { channelsOf, firstPhones, removeChannel } from "./show-contact/channel.repository.js";

/** What the directory's handlers may reach, by what it is about. */
export const services = (ctx: DirectoryContext) =>
  lazily({
    people: () => ({
      ...bound(ctx, { add: addPerson, edit: editPerson, erase: erasePerson }),
      ...bound(ctx.db, { find: findPerson, list: listPeople, placeOf: placeOfPerson, recordsOf, namesOf, aliasesOf }),
    }),
    merges: () => ({
      ...bound(ctx, { merge: mergePeople, undo: undoMerge, movesRights }),
      ...bound(ctx.db, { of: mergesOf, placeOf: placeOfMerge, peopleOf: peopleOfMerge }),
    }),
    channels: () => ({ ...bound(ctx, { add: addChannel, confirm: confirmChannel }), ...bound(ctx.db, { of: channelsOf, firstPhones, remove: removeChannel }) }),
    places: () => ({
      ...bound(ctx, { add: addPlace, change: changePlace, close: closePlace, cover: coverPlace, endCover }),
      ...bound(ctx.db, { list: listPlaces, placeOf: pathOfPlace, above: placesAbove, covers: listCovers, placeOfCover }),
    }),
    organizations: () => ({
      ...bound(ctx, { add: addOrganization, change: changeOrganization }),
      ...bound(ctx.db, { list: listOrganizations, placeOf: placeOfOrganization, formerNames }),
    }),
    roles: () => ({ ...bound(ctx, { give: giveRole, end: endRole }), ...bound(ctx.db, { of: rolesWithPlaces, placeOf: placeOfRole, whoAnswersFor }) }),
    venues: () => ({ ...bound(ctx, { add: addVenue, change: changeVenue }), ...bound(ctx.db, { list: listVenues, placeOf: placeOfVenue, cards: venueCards }) }),
    consents: () => ({ ...bound(ctx, { record: recordConsent, withdraw: withdrawConsent }), ...bound(ctx.db, { of: consentsOf, placeOf: placeOfConsent }) }),
    proxies: () => ({ ...bound(ctx, { appoint: appointProxy, end: endProxy }), ...bound(ctx.db, { of: proxiesOf, principalsOf, placeOf: placeOfProxy }) }),
    accounts: () => ({
      ...bound(ctx, { link: linkAccount, confirm: confirmLink, answerPlaces, unlink: unlinkAccounts, share: shareAccount, end: endLink }),
      ...bound(ctx, { disable: disableAccount, enable: enableAccount, peopleBehind, shown: accountsOf }),
      ...bound(ctx.db, { of: linksOf }),
    }),
    calendars: () => ({ ...bound(ctx, { setWeekly, addBusy, removeBusy }), ...bound(ctx.db, { of: calendarsOf, busyRowsOf }) }),
    holidays: () => ({ ...bound(ctx, { load: loadHolidays }), ...bound(ctx.db, { years: loadedYears }) }),
    imports: () => ({
      ...bound(ctx, { preview: previewFile, annotate: annotateFile, empty: emptyFile, start: startImport, lines: importLines, undo: undoImport }),
      ...bound(ctx.db, { list: listImports, placeOf: placeOfImport }),
    }),
    settings: () => ({ ...bound(ctx, { change: changeSettings }), ...bound(ctx.db, { find: findSetting }) }),
    others: () => answerOthers(ctx),
    authority:
      () =>
      (permissions: readonly string[] = []) =>
        authorityOf(ctx, permissions),
  });

/** Everything a directory handler can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(directory, services);
