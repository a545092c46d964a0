namespace BuyerPath.Domain.Sentences;

/// <summary>Every sentence of a rule in Finnish, by its English text. Holes have the same numbers; columns have the names of their labels.</summary>
internal static class Finnish
{
    internal static readonly IReadOnlyDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Any rule
        ["Row {0} of {1}: {2}"] = "Rivi {0}/{1}: {2}",
        ["{0} is missing in the call of {1}."] = "{0} puuttuu kutsusta {1}.",
        ["Most is {0}: give a number from 1 to {1}, or leave it out for {2}."] = "Most on {0}: anna luku väliltä 1–{1} tai jätä pois, jolloin se on {2}.",
        ["The column {0} holds {1}, which no rule can read: name a column with a number, text, choice, lookup, date or yes/no."] =
            "Sarakkeessa {0} on {1}, jota mikään sääntö ei osaa lukea: nimeä sarake, jossa on luku, teksti, valinta, haku, päivä tai kyllä/ei.",

        // Versions
        ["{0} is {1} and cannot become {2}: clone it to a new draft."] = "{0} on tilassa {1}, eikä se voi siirtyä tilaan {2}: kopioi se uudeksi luonnokseksi.",
        ["{0} is {1}: choose an active {2}."] = "{0} on tilassa {1}: valitse käytössä oleva {2}.",
        ["Opportunities follow {0}, so {1} cannot change: clone it to a new draft and change that."] =
            "Myyntimahdollisuudet seuraavat versiota {0}, joten {1} ei voi muuttua: kopioi se uudeksi luonnokseksi ja muuta sitä.",
        ["The {0} key \"{1}\" is used {2} times: each {3} needs a key of its own."] = "Avain \"{1}\" on {2} rivillä ({0}): anna jokaiselle oma avain.",
        ["a draft"] = "Luonnos",
        ["active"] = "Käytössä",
        ["retired"] = "Poistettu käytöstä",
        ["process"] = "prosessi",
        ["scoring model"] = "arviointimalli",
        ["stage"] = "vaihe",
        ["question"] = "kysymys",
        ["criterion"] = "kriteeri",

        // Buying processes
        ["{0} has no stage."] = "{0}: prosessissa ei ole yhtään vaihetta.",
        ["The stages have the orders {0}: number them from 1 to {1} without gap."] = "Vaiheiden järjestysnumerot ovat {0}: numeroi ne 1–{1} ilman aukkoja.",
        ["Stage {0}, {1}, has {2} exit facts: it needs exactly one."] = "Vaiheessa {0}, {1}, on {2} päättävää tosiasiaa: niitä on oltava täsmälleen yksi.",
        ["\"{0}\" is an exit fact of weight {1}: an exit fact weighs {2}."] = "\"{0}\" on päättävä tosiasia, jonka paino on {1}: päättävän tosiasian paino on {2}.",
        ["\"{0}\" weighs {1}: a diagnostic question weighs 1 to {2}."] = "Kysymyksen \"{0}\" paino on {1}: diagnostisen kysymyksen paino on 1–{2}.",
        ["The opportunity is closed: reopen it to choose another buying process (buy_processid)."] =
            "Myyntimahdollisuus on suljettu: avaa se uudelleen, jos haluat valita toisen ostoprosessin (buy_processid).",
        ["The opportunity has no buying process (buy_processid): choose one to see its journey."] =
            "Myyntimahdollisuudella ei ole ostoprosessia (buy_processid): valitse se, niin ostopolku näkyy.",

        // Answers
        ["Opportunity (buy_opportunityid) is missing: give the opportunity that the answer is about."] =
            "Myyntimahdollisuus (buy_opportunityid) puuttuu: anna myyntimahdollisuus, jota vastaus koskee.",
        ["Question (buy_questionid) is missing: give the question that is answered."] = "Kysymys (buy_questionid) puuttuu: anna kysymys, johon vastataan.",
        ["Answer (buy_value) is missing: give yes, no or unknown."] = "Vastaus (buy_value) puuttuu: anna kyllä, ei tai ei tiedossa.",
        ["Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed."] =
            "Näytön aste (buy_grade) puuttuu: kerro, oletammeko sen, sanoivatko he sen, tekivätkö he sen vai onko se vahvistettu.",
        ["Answered on (buy_answeredon) lies in the future: give the day on which it was learnt."] =
            "Vastattu (buy_answeredon) on tulevaisuudessa: anna päivä, jona asia saatiin tietää.",
        ["Answers is empty: give at least one answer."] = "Answers on tyhjä: anna vähintään yksi vastaus.",
        ["A question (buy_questionid) is answered twice in one call: give one answer to each question."] =
            "Kysymykseen (buy_questionid) on yhdessä kutsussa kaksi vastausta: anna kuhunkin kysymykseen yksi.",
        ["Opportunity (buy_opportunityid) cannot change: record the answer on the other opportunity and delete this one."] =
            "Myyntimahdollisuus (buy_opportunityid) ei voi vaihtua: kirjaa vastaus toiselle myyntimahdollisuudelle ja poista tämä.",
        ["Question (buy_questionid) cannot change: answer the other question and delete this answer."] =
            "Kysymys (buy_questionid) ei voi vaihtua: vastaa toiseen kysymykseen ja poista tämä vastaus.",
        ["The opportunity has no buying process (buy_processid): choose one before answering its questions."] =
            "Myyntimahdollisuudella ei ole ostoprosessia (buy_processid): valitse se ennen kuin vastaat kysymyksiin.",
        ["The question (buy_questionid) is not one of the buying process \"{0}\" that the opportunity follows."] =
            "Kysymys (buy_questionid) ei kuulu ostoprosessiin \"{0}\", jota myyntimahdollisuus seuraa.",
        ["The opportunity is closed: reopen it to record answers."] = "Myyntimahdollisuus on suljettu: avaa se uudelleen, jos haluat kirjata vastauksia.",

        // Mutual plans
        ["Opportunity (buy_opportunityid) is missing: give the opportunity whose plan the step belongs to."] =
            "Myyntimahdollisuus (buy_opportunityid) puuttuu: anna myyntimahdollisuus, jonka suunnitelmaan askel kuuluu.",
        ["Opportunity (buy_opportunityid) cannot change: add the step to the plan of the other opportunity and delete this one."] =
            "Myyntimahdollisuus (buy_opportunityid) ei voi vaihtua: lisää askel toisen myyntimahdollisuuden suunnitelmaan ja poista tämä.",
        ["Step (buy_name) is missing: say what is to be done."] = "Askel (buy_name) puuttuu: kerro, mitä on tehtävä.",
        ["Party (buy_party) is missing: say who does it, the customer, we, a third party or both."] =
            "Osapuoli (buy_party) puuttuu: kerro, kuka sen tekee: asiakas, me, kolmas osapuoli vai molemmat.",
        ["Due on (buy_dueon) is missing: give the day on which the customer agreed to decide."] =
            "Viimeistään (buy_dueon) puuttuu: anna päivä, jona asiakas on luvannut päättää.",
        ["Done on (buy_doneon) lies in the future: give the moment at which it was done."] = "Tehty (buy_doneon) on tulevaisuudessa: anna hetki, jona se tehtiin.",
        ["Done first (buy_afterstepid) is not an active step of the same opportunity: choose one of its own plan."] =
            "Edeltävä askel (buy_afterstepid) ei ole saman myyntimahdollisuuden voimassa oleva askel: valitse askel sen omasta suunnitelmasta.",
        ["A step is nobody's: say who does it, the customer, we, a third party or both."] =
            "Askel ei ole kenenkään: kerro, kuka sen tekee: asiakas, me, kolmas osapuoli vai molemmat.",
        ["{0} steps wait for each other in a circle: take out one of their dependencies."] = "{0} askelta odottaa toisiaan kehässä: poista jokin niiden riippuvuuksista.",

        // Scoring models
        ["{0} has the border {1} %: give 1 to 99, such as {2}."] = "{0}: raja on {1} %: anna luku väliltä 1–99, esimerkiksi {2}.",
        ["{0} has no criterion on the customer side: a deal must be worth it to both."] =
            "{0}: asiakkaan puolella ei ole yhtään kriteeriä: kaupan on kannatettava molemmille.",
        ["{0} has no criterion on the provider side: a deal must be worth it to both."] =
            "{0}: toimittajan puolella ei ole yhtään kriteeriä: kaupan on kannatettava molemmille.",
        ["{0} has no key (buy_key): give one that no other criterion of the model has."] =
            "{0}: avain (buy_key) puuttuu: anna avain, jota ei ole mallin muilla kriteereillä.",
        ["{0} weighs {1}: a criterion weighs 1 to {2}."] = "{0}: paino on {1}: kriteerin paino on 1–{2}.",
        ["{0} has the knock-out level {1}: give 0 to 3, or none; at 4 every deal would be ruled out."] =
            "{0}: hylkäävä taso on {1}: anna 0–3 tai jätä tyhjäksi; tasolla 4 jokainen kauppa hylättäisiin.",
        ["{0} has the source {1}: give rated, column or derived."] = "{0}: lähde on {1}: anna ihmisen arvio, sarake tai johdettu.",
        ["{0} does not say what level {1} means (buy_level{2}): two people must rate alike."] =
            "{0}: tason {1} merkitys puuttuu (buy_level{2}): kahden ihmisen on arvioitava samoin.",
        ["{0} has no question (buy_question): say what to ask to know it."] = "{0}: Mitä kysyä (buy_question) puuttuu: kerro, mitä kysymällä sen saa tietää.",
        ["{0} has no table (buy_table): say whether the column is the opportunity's or the account's."] =
            "{0}: taulu (buy_table) puuttuu: kerro, onko sarake myyntimahdollisuuden vai asiakkaan.",
        ["{0} has no column (buy_column): give its logical name."] = "{0}: sarake (buy_column) puuttuu: anna sen looginen nimi.",
        ["{0} has no derivation (buy_derivation): say what it is derived from."] = "{0}: johtamistapa (buy_derivation) puuttuu: kerro, mistä taso johdetaan.",
        ["Thresholds (buy_thresholds): \"{0}\" is no number: give four ascending numbers such as 10;20;30;40, or values with levels such as 0=4;1=2."] =
            "Kynnysarvot (buy_thresholds): \"{0}\" ei ole luku: anna neljä nousevaa lukua, esimerkiksi 10;20;30;40, tai arvot tasoineen, esimerkiksi 0=4;1=2.",
        ["Thresholds (buy_thresholds) has {0} bounds: give four, from which the levels 1, 2, 3 and 4 are reached."] =
            "Kynnysarvot (buy_thresholds): rajoja on {0}: anna neljä, joista tasot 1, 2, 3 ja 4 alkavat.",
        ["Thresholds (buy_thresholds): {0} does not ascend: give each bound above the one before."] =
            "Kynnysarvot (buy_thresholds): {0} ei nouse: anna jokainen raja edellistä suurempana.",
        ["Thresholds (buy_thresholds): \"{0}\" must be a value, an equals sign and a level from 0 to 4, such as 1=3."] =
            "Kynnysarvot (buy_thresholds): kohdassa \"{0}\" on oltava arvo, yhtäsuuruusmerkki ja taso 0–4, esimerkiksi 1=3.",
        ["Thresholds (buy_thresholds): {0} has two levels: give it one."] = "Kynnysarvot (buy_thresholds): arvolla {0} on kaksi tasoa: anna sille yksi.",
        ["The opportunity is closed: reopen it to choose another scoring model (buy_scoringmodelid)."] =
            "Myyntimahdollisuus on suljettu: avaa se uudelleen, jos haluat valita toisen arviointimallin (buy_scoringmodelid).",

        // Ratings
        ["The opportunity has no scoring model (buy_scoringmodelid): choose one before rating its criteria."] =
            "Myyntimahdollisuudella ei ole arviointimallia (buy_scoringmodelid): valitse se ennen kuin arvioit kriteerejä.",
        ["Criterion (buy_criterionid) is missing: give the criterion that is rated."] = "Kriteeri (buy_criterionid) puuttuu: anna kriteeri, jota arvioidaan.",
        ["Level (buy_level) is missing: give disproved, doubtful, plausible, good, proven or unknown."] =
            "Taso (buy_level) puuttuu: anna kumottu, kyseenalainen, uskottava, hyvä, todistettu tai ei tiedossa.",
        ["The criterion (buy_criterionid) is not one of the scoring model \"{0}\" that the opportunity follows."] =
            "Kriteeri (buy_criterionid) ei kuulu arviointimalliin \"{0}\", jota myyntimahdollisuus seuraa.",
        ["\"{0}\" is not rated by a person: its level comes from the column {1}."] = "Ihminen ei arvioi kriteeriä \"{0}\": sen taso luetaan sarakkeesta {1}.",
        ["\"{0}\" is not rated by a person: its level comes from what is recorded elsewhere."] =
            "Ihminen ei arvioi kriteeriä \"{0}\": sen taso johdetaan muualle kirjatusta.",
        ["\"{0}\" asks what is in it for us: alternatives are rated on the customer's criteria."] =
            "\"{0}\" kysyy, mitä me saamme: vaihtoehdot arvioidaan asiakkaan kriteereillä.",
        ["A rating cannot move to another opportunity or alternative: rate the other one and delete this rating."] =
            "Arvio ei voi siirtyä toiselle myyntimahdollisuudelle tai vaihtoehdolle: arvioi se toinen ja poista tämä arvio.",
        ["Criterion (buy_criterionid) cannot change: rate the other criterion and delete this rating."] =
            "Kriteeri (buy_criterionid) ei voi vaihtua: arvioi toinen kriteeri ja poista tämä arvio.",
        ["The opportunity is closed: reopen it to rate its criteria or its alternatives."] =
            "Myyntimahdollisuus on suljettu: avaa se uudelleen, jos haluat arvioida kriteerejä tai vaihtoehtoja.",

        // Outcomes
        ["The outcome (buy_outcome) is missing: say how the customer's decision ended, No-Go, No-Decision or withdrawn by us, before closing as lost."] =
            "Lopputulos (buy_outcome) puuttuu: kerro ennen kuin suljet hävittynä, miten asiakas päätti: kielteinen päätös, ei päätöstä vai vetäydyimme itse.",
        ["The opportunity is won, so its outcome (buy_outcome) is Go."] = "Myyntimahdollisuus on voitettu, joten sen lopputulos (buy_outcome) on myönteinen päätös.",
        ["The opportunity is lost, so its outcome (buy_outcome) cannot be Go."] =
            "Myyntimahdollisuus on hävitty, joten sen lopputulos (buy_outcome) ei voi olla myönteinen päätös.",
        ["The opportunity is won, so the customer's approach (buy_approach) is buying or outsourcing."] =
            "Myyntimahdollisuus on voitettu, joten asiakkaan toteutustapa (buy_approach) on ostaa tai ulkoistaa.",

        // Segments
        ["Rules (buy_rules), line {0}: {1}"] = "Säännöt (buy_rules), rivi {0}: {1}",
        ["\"{0}\" is no condition: {1}."] = "\"{0}\" ei ole ehto: {1}.",
        ["there is no value after {0}: {1}."] = "merkin {0} jälkeen ei ole arvoa: {1}.",
        ["{0} compares numbers or days, and \"{1}\" is neither: write a number such as 250, or a day such as 2026-01-31."] =
            "{0} vertaa lukuja tai päiviä, eikä \"{1}\" ole kumpaakaan: kirjoita luku, esimerkiksi 250, tai päivä, esimerkiksi 2026-01-31.",
        ["write a column, an operator (= != < <= > >= in contains) and a value, such as numberofemployees >= 250"] =
            "kirjoita sarake, vertailu (= != < <= > >= in contains) ja arvo, esimerkiksi numberofemployees >= 250",

        // Environment variables
        ["The environment variable {0} is {1}: give {2}."] = "Ympäristömuuttuja {0} on {1}: anna {2}.",
        ["empty"] = "tyhjä",
        ["a whole number from 0 to {0}"] = "kokonaisluku väliltä 0–{0}",
        ["a whole number from 1 to {0}"] = "kokonaisluku väliltä 1–{0}",
        ["advice, flag or block"] = "advice, flag tai block",

        // Focus
        ["Hours is outside the week: give 0 to {0}."] = "Hours ei mahdu viikkoon: anna 0–{0}.",

        // Calibration
        ["{0} deals of the process are closed: a calibration needs {1}."] = "Prosessin kauppoja on suljettu {0}: kalibrointiin tarvitaan {1}.",
        ["A calibration of this process is running with another scoring model: let it end, or delete it."] =
            "Tämän prosessin kalibrointi on käynnissä toisella arviointimallilla: anna sen päättyä tai poista se.",
        ["The calibration is {0}: only one that is proposed can be accepted."] = "Kalibrointi on tilassa {0}: vain ehdotetun voi hyväksyä.",
        ["running"] = "Käynnissä",
        ["proposed"] = "Ehdotettu",
        ["accepted"] = "Hyväksytty",
        ["superseded"] = "Korvattu",
        ["refused"] = "Hylätty",
        ["The counts take {0} characters, and a column holds {1}: the process has too many questions, or the model too many criteria, to be calibrated."] =
            "Laskurit vievät {0} merkkiä, ja sarakkeeseen mahtuu {1}: prosessissa on liikaa kysymyksiä tai mallissa liikaa kriteerejä kalibroitavaksi.",
        ["{0} closed deals: {1} ended Go, {2} without a decision."] = "{0} suljettua kauppaa: {1} päättyi myönteiseen päätökseen, {2} ilman päätöstä.",
        ["criteria"] = "kriteerit",
        ["questions"] = "kysymykset",
        ["Weights of {0}: {1} of {2} would change. On deals that they were not learned from: AUC {3:0.000}, Brier {4:0.000}, {5:0.000} for whoever gives every deal the same chance."] =
            "Painot ({0}): {1}/{2} muuttuisi. Kaupoilla, joista niitä ei opittu: AUC {3:0.000}, Brier {4:0.000}; jos jokaiselle kaupalle antaa saman todennäköisyyden, Brier on {5:0.000}.",
        ["No weights of {0} are proposed. {1}"] = "Painoja ({0}) ei ehdoteta. {1}",
        ["No scoring model was given: its criteria are not weighed."] = "Arviointimallia ei annettu: sen kriteerejä ei punnita.",
        ["{0} closed deals ended Go: proposing weights needs {1}, for fewer say nothing that lasts."] =
            "Myönteiseen päätökseen päättyi {0} kauppaa: painojen ehdottamiseen tarvitaan {1}, sillä harvemmat eivät kerro mitään pysyvää.",
        ["{0} closed deals ended otherwise: proposing weights needs {1}, for fewer say nothing that lasts."] =
            "Muuten päättyi {0} kauppaa: painojen ehdottamiseen tarvitaan {1}, sillä harvemmat eivät kerro mitään pysyvää.",
        ["The closed deals say too much the same: what tells the won from the others cannot be tried on deals that it was not learned from."] =
            "Suljetut kaupat ovat liian samanlaisia: voitettujen ja muiden eroa ei voi koettaa kaupoilla, joista sitä ei opittu.",
        ["Temperature {0:0.0} by {1} customers of whom it is known where they stood."] = "Lämpötila {0:0.0}, kun {1} asiakkaasta tiedetään, missä he olivat.",
        ["No temperature is proposed. {0}"] = "Lämpötilaa ei ehdoteta. {0}",
        ["Of {0} customers it is known since where they stood: a temperature needs {1}."] =
            "Jälkikäteen tiedetään {0} asiakkaasta, missä he olivat: lämpötilaan tarvitaan {1}.",
    };
}
