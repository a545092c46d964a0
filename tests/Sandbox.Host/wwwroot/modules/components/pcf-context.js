// ComponentFramework.Context as far as this page has it. What it does not have it refuses by name, instead of being undefined.
import { label, language } from "../base/texts.js";
import { may } from "../base/rights.js";
import { navigation, webApiOf } from "./lent.js";
import { only } from "./only.js";

const web = 1;
// PrivilegeType and PrivilegeDepth of the framework.
const privileges = { 1: "Create", 2: "Read", 3: "Write", 4: "Delete", 5: "Assign", 6: "Share", 7: "Append", 8: "AppendTo" };
const ownRows = 0;
const themeTokens = [
  "fontFamilyBase", "colorNeutralForeground1", "colorNeutralForeground2", "colorNeutralForeground3", "colorNeutralForegroundOnBrand",
  "colorNeutralBackground1", "colorNeutralBackground1Hover", "colorNeutralBackground2", "colorNeutralBackground3",
  "colorNeutralStroke1", "colorNeutralStroke2", "colorNeutralStrokeAccessible", "colorStrokeFocus2",
  "colorBrandBackground", "colorBrandBackgroundHover", "colorBrandBackground2", "colorBrandForeground1", "colorBrandForeground2",
  "colorBrandStroke1", "colorBrandStroke2", "colorStatusSuccessForeground1", "colorStatusSuccessBackground3",
  "colorStatusWarningForeground3", "colorStatusWarningBackground1", "colorStatusDangerForeground1", "colorStatusDangerBackground1",
  "shadow4", "shadow16",
];

/** The context for one call of init or updateView. */
export function contextOf({ app, component, given, updated, width, trackResize, requestRender }) {
  const apiOf = logicalName => app.tables[logicalName] ?? refuse(`There is no table '${logicalName}'.`);
  return only("context", {
    parameters: given.parameters,
    mode: only("mode", {
      allocatedWidth: width, allocatedHeight: -1, isControlDisabled: given.isDisabled, isVisible: true, label: given.label,
      trackContainerResize: trackResize, setControlState: () => true, setFullScreen: () => refuse("The local page has no full screen."),
    }),
    client: only("client", { disableScroll: false, getClient: () => "Web", getFormFactor: () => web, isOffline: () => false, isNetworkAvailable: () => navigator.onLine }),
    userSettings: only("userSettings", {
      isRTL: false, languageId: language.code, userId: `{${app.user.id}}`, userName: app.user.name, securityRoles: [],
      getTimeZoneOffsetMinutes: moment => -(moment ?? new Date()).getTimezoneOffset(),
    }),
    resources: only("resources", { getString: key => component.strings[key] ?? key, getResource: resourceOf(component) }),
    formatting: only("formatting", formatting),
    fluentDesignLanguage: themeOf(),
    webAPI: only("webAPI", webApiOf(apiOf)),
    navigation: only("navigation", navigation),
    utils: only("utils", {
      getEntityMetadata: async name => only("metadata", metadataOf(apiOf(name))),
      hasEntityPrivilege: (name, kind, depth) => depth <= ownRows ? may(app, privileges[kind] ?? refuse(`There is no privilege of the kind ${kind}.`), apiOf(name).name) : refuse("The local page knows privileges at the depth of own rows only."),
    }),
    factory: only("factory", { requestRender }),
    updatedProperties: updated,
  });
}

function refuse(sentence) {
  throw new Error(sentence);
}

const resourceOf = component => (path, done, failed) => fetch(component.folder + path)
  .then(response => response.ok ? response.text() : Promise.reject(new Error(path)))
  .then(done, failed);

const format = options => new Intl.DateTimeFormat(language.locale, options);

const formatting = {
  formatDateShort: (moment, withTime = false) => format(withTime ? { dateStyle: "short", timeStyle: "short" } : { dateStyle: "short" }).format(moment),
  formatDateLong: moment => format({ dateStyle: "long" }).format(moment),
  formatTime: moment => format({ timeStyle: "short" }).format(moment),
  formatInteger: number => new Intl.NumberFormat(language.locale, { maximumFractionDigits: 0 }).format(number),
  formatDecimal: (number, digits = 2) => new Intl.NumberFormat(language.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number),
  formatCurrency: (number, digits = 2) => new Intl.NumberFormat(language.locale, { style: "currency", currency: "EUR", maximumFractionDigits: digits }).format(number),
  formatLanguage: String,
};

function themeOf() {
  const style = getComputedStyle(document.documentElement);
  const tokenTheme = Object.fromEntries(themeTokens.map(token => [token, style.getPropertyValue(`--${token}`).trim()]));
  return only("fluentDesignLanguage", { name: "local", isDarkTheme: matchMedia("(prefers-color-scheme: dark)").matches, tokenTheme, brand: {} });
}

const metadataOf = table => ({
  LogicalName: table.name, EntitySetName: table.set, DisplayName: label(table.label), DisplayCollectionName: label(table.pluralLabel),
  PrimaryIdAttribute: table.primaryKey, PrimaryNameAttribute: table.primaryName,
});
