// Made from common-ground.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** ground.card.moved: both; a card to pick */
export const groundCardMoved: Block<never> = {"id":"ground.card.moved","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have moved to another country."]}]};

/** ground.card.town: both; a card to pick */
export const groundCardTown: Block<never> = {"id":"ground.card.town","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up somewhere small."]}]};

/** ground.card.city: both; a card to pick */
export const groundCardCity: Block<never> = {"id":"ground.card.city","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up in a big city."]}]};

/** ground.card.language: both; a card to pick */
export const groundCardLanguage: Block<never> = {"id":"ground.card.language","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I work in a language that is not my first."]}]};

/** ground.card.accent: both; a card to pick */
export const groundCardAccent: Block<never> = {"id":"ground.card.accent","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["People hear from my accent where I come from."]}]};

/** ground.card.first: both; a card to pick */
export const groundCardFirst: Block<never> = {"id":"ground.card.first","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was the first in my family to study."]}]};

/** ground.card.late: both; a card to pick */
export const groundCardLate: Block<never> = {"id":"ground.card.late","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I learned something important late."]}]};

/** ground.card.hands: both; a card to pick */
export const groundCardHands: Block<never> = {"id":"ground.card.hands","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I learned my trade with my hands first."]}]};

/** ground.card.selftaught: both; a card to pick */
export const groundCardSelftaught: Block<never> = {"id":"ground.card.selftaught","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I taught myself much of what I do."]}]};

/** ground.card.dropped: both; a card to pick */
export const groundCardDropped: Block<never> = {"id":"ground.card.dropped","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once left a course or a training before its end."]}]};

/** ground.card.back: both; a card to pick */
export const groundCardBack: Block<never> = {"id":"ground.card.back","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I came back after a long time away from work."]}]};

/** ground.card.changed: both; a card to pick */
export const groundCardChanged: Block<never> = {"id":"ground.card.changed","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have changed what I do for a living."]}]};

/** ground.card.twice: both; a card to pick */
export const groundCardTwice: Block<never> = {"id":"ground.card.twice","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I began again from the bottom at least once."]}]};

/** ground.card.only: both; a card to pick */
export const groundCardOnly: Block<never> = {"id":"ground.card.only","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have been the only one of my kind in a room."]}]};

/** ground.card.youngest: both; a card to pick */
export const groundCardYoungest: Block<never> = {"id":"ground.card.youngest","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was once the youngest in charge."]}]};

/** ground.card.oldest: both; a card to pick */
export const groundCardOldest: Block<never> = {"id":"ground.card.oldest","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was once the oldest beginner."]}]};

/** ground.card.notchosen: both; a card to pick */
export const groundCardNotchosen: Block<never> = {"id":"ground.card.notchosen","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A job I wanted went to somebody else."]}]};

/** ground.card.notmine: both; a card to pick */
export const groundCardNotmine: Block<never> = {"id":"ground.card.notmine","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once got a role I had not asked for."]}]};

/** ground.card.led: both; a card to pick */
export const groundCardLed: Block<never> = {"id":"ground.card.led","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have led people who knew more than I did."]}]};

/** ground.card.alone: both; a card to pick */
export const groundCardAlone: Block<never> = {"id":"ground.card.alone","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked alone for a long while."]}]};

/** ground.card.remote: both; a card to pick */
export const groundCardRemote: Block<never> = {"id":"ground.card.remote","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked far away from my team."]}]};

/** ground.card.night: both; a card to pick */
export const groundCardNight: Block<never> = {"id":"ground.card.night","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked nights or weekends."]}]};

/** ground.card.counter: both; a card to pick */
export const groundCardCounter: Block<never> = {"id":"ground.card.counter","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have served customers across a counter."]}]};

/** ground.card.outdoors: both; a card to pick */
export const groundCardOutdoors: Block<never> = {"id":"ground.card.outdoors","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked outdoors."]}]};

/** ground.card.school: both; a card to pick */
export const groundCardSchool: Block<never> = {"id":"ground.card.school","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have stood in front of a class."]}]};

/** ground.card.volunteer: both; a card to pick */
export const groundCardVolunteer: Block<never> = {"id":"ground.card.volunteer","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked for a cause without pay."]}]};

/** ground.card.founded: both; a card to pick */
export const groundCardFounded: Block<never> = {"id":"ground.card.founded","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have started something of my own."]}]};

/** ground.card.closed: both; a card to pick */
export const groundCardClosed: Block<never> = {"id":"ground.card.closed","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have closed something I had started."]}]};

/** ground.card.wrong: both; a card to pick */
export const groundCardWrong: Block<never> = {"id":"ground.card.wrong","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have been wrong in front of many people."]}]};

/** ground.card.stage: both; a card to pick */
export const groundCardStage: Block<never> = {"id":"ground.card.stage","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am nervous before I speak in public."]}]};

/** ground.card.quiet: both; a card to pick */
export const groundCardQuiet: Block<never> = {"id":"ground.card.quiet","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I think better alone, and speak later."]}]};

/** ground.card.aloud: both; a card to pick */
export const groundCardAloud: Block<never> = {"id":"ground.card.aloud","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I think best while I talk."]}]};

/** ground.card.lists: both; a card to pick */
export const groundCardLists: Block<never> = {"id":"ground.card.lists","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I keep lists of everything."]}]};

/** ground.card.chaos: both; a card to pick */
export const groundCardChaos: Block<never> = {"id":"ground.card.chaos","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["My desk looks like chaos, and I find everything."]}]};

/** ground.card.early: both; a card to pick */
export const groundCardEarly: Block<never> = {"id":"ground.card.early","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am at my best early in the morning."]}]};

/** ground.card.owl: both; a card to pick */
export const groundCardOwl: Block<never> = {"id":"ground.card.owl","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am at my best late at night."]}]};

/** ground.card.letters: both; a card to pick */
export const groundCardLetters: Block<never> = {"id":"ground.card.letters","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I still write letters or cards by hand."]}]};

/** ground.card.journal: both; a card to pick */
export const groundCardJournal: Block<never> = {"id":"ground.card.journal","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I keep a diary, or did for years."]}]};

/** ground.card.books: both; a card to pick */
export const groundCardBooks: Block<never> = {"id":"ground.card.books","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A book once changed my direction."]}]};

/** ground.card.music: both; a card to pick */
export const groundCardMusic: Block<never> = {"id":"ground.card.music","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I play an instrument, or sing."]}]};

/** ground.card.dance: both; a card to pick */
export const groundCardDance: Block<never> = {"id":"ground.card.dance","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I dance when I can."]}]};

/** ground.card.sport: both; a card to pick */
export const groundCardSport: Block<never> = {"id":"ground.card.sport","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I play in a team outside work."]}]};

/** ground.card.runs: both; a card to pick */
export const groundCardRuns: Block<never> = {"id":"ground.card.runs","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I clear my head by walking or running."]}]};

/** ground.card.garden: both; a card to pick */
export const groundCardGarden: Block<never> = {"id":"ground.card.garden","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grow things."]}]};

/** ground.card.bread: both; a card to pick */
export const groundCardBread: Block<never> = {"id":"ground.card.bread","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I bake or cook to calm down."]}]};

/** ground.card.repair: both; a card to pick */
export const groundCardRepair: Block<never> = {"id":"ground.card.repair","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I repair things rather than replace them."]}]};

/** ground.card.maps: both; a card to pick */
export const groundCardMaps: Block<never> = {"id":"ground.card.maps","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I can look at maps for hours."]}]};

/** ground.card.trains: both; a card to pick */
export const groundCardTrains: Block<never> = {"id":"ground.card.trains","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I would rather take the train."]}]};

/** ground.card.bike: both; a card to pick */
export const groundCardBike: Block<never> = {"id":"ground.card.bike","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I cycle to where I have to be."]}]};

/** ground.card.boats: both; a card to pick */
export const groundCardBoats: Block<never> = {"id":"ground.card.boats","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I feel at home near water."]}]};

/** ground.card.hills: both; a card to pick */
export const groundCardHills: Block<never> = {"id":"ground.card.hills","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I feel at home in the hills."]}]};

/** ground.card.animals: both; a card to pick */
export const groundCardAnimals: Block<never> = {"id":"ground.card.animals","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I live, or grew up, with animals."]}]};

/** ground.card.many: both; a card to pick */
export const groundCardMany: Block<never> = {"id":"ground.card.many","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up in a full house."]}]};

/** ground.card.single: both; a card to pick */
export const groundCardSingle: Block<never> = {"id":"ground.card.single","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up as an only child."]}]};

/** ground.card.grandparents: both; a card to pick */
export const groundCardGrandparents: Block<never> = {"id":"ground.card.grandparents","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A grandparent shaped who I am."]}]};

/** ground.card.teacher: both; a card to pick */
export const groundCardTeacher: Block<never> = {"id":"ground.card.teacher","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["One teacher made a difference to me."]}]};

/** ground.card.neighbour: both; a card to pick */
export const groundCardNeighbour: Block<never> = {"id":"ground.card.neighbour","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I know my neighbours by name."]}]};

/** ground.card.cares: both; a card to pick */
export const groundCardCares: Block<never> = {"id":"ground.card.cares","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["Somebody at home depends on me."]}]};

/** ground.card.money: both; a card to pick */
export const groundCardMoney: Block<never> = {"id":"ground.card.money","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I remember having to count every coin."]}]};

/** ground.card.promise: both; a card to pick */
export const groundCardPromise: Block<never> = {"id":"ground.card.promise","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once made a promise that changed my plans."]}]};

/** ground.card.beginner: both; a card to pick */
export const groundCardBeginner: Block<never> = {"id":"ground.card.beginner","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am a beginner at something right now."]}]};

/** ground.card.wish: both; a card to pick */
export const groundCardWish: Block<never> = {"id":"ground.card.wish","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["There is something I have always wanted to learn."]}]};

/** ground.questions: both; where fewer than two cards were picked by both */
export const groundQuestions: Block<never> = {"id":"ground.questions","meta":"both; where fewer than two cards were picked by both","pieces":[{"kind":"list","ordered":false,"items":[["What did you learn outside school that you still use every week?"],["Which place that you no longer live in do you still carry with you?"],["Who saw something in you before you saw it, and what did they do?"],["What did you believe about work at twenty, and what do you believe now?"],["When did you last change your mind about something that mattered?"],["What are you good at that hardly anybody here knows about?"],["Which first day do you remember best, and why that one?"],["What would the two of us have talked about, had we met ten years ago?"]]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "ground.card.moved": groundCardMoved,
  "ground.card.town": groundCardTown,
  "ground.card.city": groundCardCity,
  "ground.card.language": groundCardLanguage,
  "ground.card.accent": groundCardAccent,
  "ground.card.first": groundCardFirst,
  "ground.card.late": groundCardLate,
  "ground.card.hands": groundCardHands,
  "ground.card.selftaught": groundCardSelftaught,
  "ground.card.dropped": groundCardDropped,
  "ground.card.back": groundCardBack,
  "ground.card.changed": groundCardChanged,
  "ground.card.twice": groundCardTwice,
  "ground.card.only": groundCardOnly,
  "ground.card.youngest": groundCardYoungest,
  "ground.card.oldest": groundCardOldest,
  "ground.card.notchosen": groundCardNotchosen,
  "ground.card.notmine": groundCardNotmine,
  "ground.card.led": groundCardLed,
  "ground.card.alone": groundCardAlone,
  "ground.card.remote": groundCardRemote,
  "ground.card.night": groundCardNight,
  "ground.card.counter": groundCardCounter,
  "ground.card.outdoors": groundCardOutdoors,
  "ground.card.school": groundCardSchool,
  "ground.card.volunteer": groundCardVolunteer,
  "ground.card.founded": groundCardFounded,
  "ground.card.closed": groundCardClosed,
  "ground.card.wrong": groundCardWrong,
  "ground.card.stage": groundCardStage,
  "ground.card.quiet": groundCardQuiet,
  "ground.card.aloud": groundCardAloud,
  "ground.card.lists": groundCardLists,
  "ground.card.chaos": groundCardChaos,
  "ground.card.early": groundCardEarly,
  "ground.card.owl": groundCardOwl,
  "ground.card.letters": groundCardLetters,
  "ground.card.journal": groundCardJournal,
  "ground.card.books": groundCardBooks,
  "ground.card.music": groundCardMusic,
  "ground.card.dance": groundCardDance,
  "ground.card.sport": groundCardSport,
  "ground.card.runs": groundCardRuns,
  "ground.card.garden": groundCardGarden,
  "ground.card.bread": groundCardBread,
  "ground.card.repair": groundCardRepair,
  "ground.card.maps": groundCardMaps,
  "ground.card.trains": groundCardTrains,
  "ground.card.bike": groundCardBike,
  "ground.card.boats": groundCardBoats,
  "ground.card.hills": groundCardHills,
  "ground.card.animals": groundCardAnimals,
  "ground.card.many": groundCardMany,
  "ground.card.single": groundCardSingle,
  "ground.card.grandparents": groundCardGrandparents,
  "ground.card.teacher": groundCardTeacher,
  "ground.card.neighbour": groundCardNeighbour,
  "ground.card.cares": groundCardCares,
  "ground.card.money": groundCardMoney,
  "ground.card.promise": groundCardPromise,
  "ground.card.beginner": groundCardBeginner,
  "ground.card.wish": groundCardWish,
  "ground.questions": groundQuestions,
};
