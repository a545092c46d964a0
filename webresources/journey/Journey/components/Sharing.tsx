import * as React from "react";
import { element, Fragment } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { Content, Library } from "../library";
import { sharingView } from "../sharing";
import { NoticeLine } from "./NoticeLine";
import { PersonChoice } from "./Fields";
import { QuestionsProps } from "./Questions";
import { sentenceOf } from "./useRecording";

/** What helps the customer on from here. It is asked for when the seller opens it: the first paint needs no list. */
export function Sharing({ library, stage, recording, people, readOnly, words }: QuestionsProps & { library: Library; stage: string }): React.ReactElement {
  const { journey: { opportunity, ask }, pending, send } = recording;
  const [isOpen, setOpen] = React.useState(false);
  const [contents, setContents] = React.useState<Content[] | string | null>(null);
  const [person, setPerson] = React.useState<string | null>(null);
  const questions = ask.map(each => each.question.id).join(" ");
  const [stored, setStored] = React.useState(0);

  React.useEffect(() => {
    if (!isOpen) return undefined;
    let isAwaited = true;
    const show = (found: Content[] | string): void => { if (isAwaited) setContents(found); };
    library({ opportunity, stage, questions: questions.split(" ").filter(Boolean) })
      .then(show, (fault: unknown) => { show(sentenceOf(fault, words)); });
    return () => { isAwaited = false; };
  }, [isOpen, library, opportunity, stage, questions, stored, words]);

  const share = (content: Content): void => {
    void send({ kind: "share", opportunity, content: content.id, person, on: new Date() }, words.text("Shared", content.name))
      .then(isStored => { if (isStored) setStored(stored + 1); });
  };
  return (
    <div className="buy-sharing">
      <h3><Toggle isOpen={isOpen} onToggle={setOpen}>{words.text("ShareNow")}</Toggle></h3>
      {isOpen && <>
        {contents === null && <p className="buy-quiet">{words.text("Looking")}</p>}
        {typeof contents === "string" && <p className="buy-refused">{contents}</p>}
        {Array.isArray(contents) && contents.length === 0 && <p className="buy-quiet">{words.text("NothingToShare")}</p>}
        {Array.isArray(contents) && contents.length > 0 && <>
          {!readOnly && people.length > 0 && <PersonChoice people={people} label={words.text("ShareWith")} nobody={words.text("WholeGroup")} person={person} onChoose={setPerson} />}
          <ul className="buy-list">
            {contents.map(content => {
              const { group, known } = sharingView(content, words);
              return (
                <li key={content.id}>
                  {content.address ? <a href={content.address} target="_blank" rel="noopener noreferrer">{content.name}</a> : content.name}
                  {" "}{group && <span className="buy-pill">{group}</span>}<span className="buy-quiet">{known}</span>
                  {!readOnly && (
                    <Link isBusy={pending !== null} label={words.text("MarkSharedOf", content.name)} onClick={() => { share(content); }}>
                      {words.text("MarkShared")}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </>}
        <NoticeLine place="sharing" recording={recording} words={words} />
      </>}
    </div>
  );
}
