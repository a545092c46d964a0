import * as React from "react";
import { element, Fragment, useEffect, useState } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { Content, Library } from "../library";
import { knownOf } from "../sharing";
import { NoticeLine } from "./NoticeLine";
import { PersonChoice } from "./Fields";
import { QuestionsProps } from "./Questions";
import { List, Quiet } from "./Texts";
import { sentenceOf } from "./useRecording";

/** What helps the customer on from here. It is asked for when the seller opens it: the first paint needs no list. */
export function Sharing({ library, stage, recording, people, readOnly, words }: QuestionsProps & { library: Library; stage: string }): React.ReactElement {
  const { journey: { opportunity, ask }, pending, send } = recording;
  const [isOpen, setOpen] = useState(false);
  const [contents, setContents] = useState<Content[] | string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const questions = ask.map(each => each.question.id).join(" ");
  const [stored, setStored] = useState(0);

  useEffect(() => {
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
        {contents === null ? <Quiet>{words.text("Looking")}</Quiet>
          : typeof contents === "string" ? <p className="buy-refused">{contents}</p>
          : contents.length === 0 ? <Quiet>{words.text("NothingToShare")}</Quiet>
          : <>
            {!readOnly && people.length > 0 && <PersonChoice people={people} label={words.text("ShareWith")} nobody={words.text("WholeGroup")} person={person} onChoose={setPerson} />}
            <List>
              {contents.map(content => (
                <li key={content.id}>
                  {content.address ? <a href={content.address} target="_blank" rel="noreferrer">{content.name}</a> : content.name}
                  {" "}<Quiet>{knownOf(content, words)}</Quiet>
                  {!readOnly && (
                    <Link isBusy={pending !== null} label={words.text("MarkSharedOf", content.name)} onClick={() => { share(content); }}>
                      {words.text("MarkShared")}
                    </Link>
                  )}
                </li>
              ))}
            </List>
          </>}
        <NoticeLine place="sharing" recording={recording} words={words} />
      </>}
    </div>
  );
}
