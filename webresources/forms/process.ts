// The command bar of a buying process. RibbonDiff.xml calls what this file exports, as BuyerPath.Process.
import { LifecycleChoice, ProcessTable } from "../shared/schema.g";
import { stepsFrom, type LifecycleStep } from "./lifecycle";
import { textsIn } from "./texts";

const update: XrmEnum.FormType = 2; // the row is stored and the user may change it

/** Whether the button *Activate* shows. */
export function canActivate(form: Xrm.FormContext): boolean {
  return can(form, "activate");
}

/** Whether the button *Retire* shows. */
export function canRetire(form: Xrm.FormContext): boolean {
  return can(form, "retire");
}

/** Whether the button *New version* shows. */
export function canMakeNewVersion(form: Xrm.FormContext): boolean {
  return can(form, "newVersion");
}

/** Lets opportunities choose this version. */
export async function activate(form: Xrm.FormContext): Promise<void> {
  await become(form, LifecycleChoice.active);
}

/** Lets no opportunity choose this version any more, once the user has confirmed. */
export async function retire(form: Xrm.FormContext): Promise<void> {
  const texts = textsIn(languageOfUser());
  const answer = await Xrm.Navigation.openConfirmDialog({
    title: texts.retireTitle, text: texts.retireText, confirmButtonLabel: texts.retire, cancelButtonLabel: texts.cancel,
  });
  if (answer.confirmed) await become(form, LifecycleChoice.retired);
}

/** Copies this version with its stages and questions to a draft, and opens it. */
export async function newVersion(form: Xrm.FormContext): Promise<void> {
  if (!await isSaved(form)) return;
  await showingFaults(async () => {
    Xrm.Utility.showProgressIndicator(textsIn(languageOfUser()).working);
    try {
      const response = await Xrm.WebApi.online.execute(cloneOf(idOf(form)));
      const made = await response.json() as { ProcessId: string };
      await Xrm.Navigation.openForm({ entityName: ProcessTable.logicalName, entityId: made.ProcessId });
    } finally {
      Xrm.Utility.closeProgressIndicator();
    }
  });
}

function can(form: Xrm.FormContext, step: LifecycleStep): boolean {
  const lifecycle = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(ProcessTable.lifecycle)?.getInitialValue() ?? null;
  return form.ui.getFormType() === update && stepsFrom(lifecycle).includes(step);
}

/** Stores what was typed, then the step alone, so that its refusal speaks of nothing else. */
async function become(form: Xrm.FormContext, lifecycle: number): Promise<void> {
  if (!await isSaved(form)) return;
  await showingFaults(async () => {
    await Xrm.WebApi.updateRecord(ProcessTable.logicalName, idOf(form), { [ProcessTable.lifecycle]: lifecycle });
    await form.data.refresh(false);
    form.ui.refreshRibbon();
  });
}

/** Stores what was typed. When that fails the platform itself says why. */
async function isSaved(form: Xrm.FormContext): Promise<boolean> {
  try {
    await form.data.save();
    return true;
  } catch {
    return false;
  }
}

/** The server's sentence is written for the user; the platform knows how to show it. */
async function showingFaults(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const { message, errorCode } = fault as Xrm.Navigation.ErrorDialogOptions;
    await Xrm.Navigation.openErrorDialog({ message, errorCode });
  }
}

/** The request of the Custom API buy_CloneProcess, which is bound to the process. */
function cloneOf(id: string): object {
  return {
    entity: { entityType: ProcessTable.logicalName, id },
    getMetadata: () => ({
      boundParameter: "entity",
      operationName: "buy_CloneProcess",
      operationType: 0, // an action
      parameterTypes: { entity: { typeName: `mscrm.${ProcessTable.logicalName}`, structuralProperty: 5 } }, // a row
    }),
  };
}

function idOf(form: Xrm.FormContext): string {
  return form.data.entity.getId().replace(/[{}]/g, "");
}

function languageOfUser(): number {
  return Xrm.Utility.getGlobalContext().userSettings.languageId;
}
