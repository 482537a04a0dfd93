// Made from common-ground.md: see content/README.md.
import { groundCardMoved } from "./texts/ground.card.moved.generated.ts";
import { groundCardTown } from "./texts/ground.card.town.generated.ts";
import { groundCardCity } from "./texts/ground.card.city.generated.ts";
import { groundCardLanguage } from "./texts/ground.card.language.generated.ts";
import { groundCardAccent } from "./texts/ground.card.accent.generated.ts";
import { groundCardFirst } from "./texts/ground.card.first.generated.ts";
import { groundCardLate } from "./texts/ground.card.late.generated.ts";
import { groundCardHands } from "./texts/ground.card.hands.generated.ts";
import { groundCardSelftaught } from "./texts/ground.card.selftaught.generated.ts";
import { groundCardDropped } from "./texts/ground.card.dropped.generated.ts";
import { groundCardBack } from "./texts/ground.card.back.generated.ts";
import { groundCardChanged } from "./texts/ground.card.changed.generated.ts";
import { groundCardTwice } from "./texts/ground.card.twice.generated.ts";
import { groundCardOnly } from "./texts/ground.card.only.generated.ts";
import { groundCardYoungest } from "./texts/ground.card.youngest.generated.ts";
import { groundCardOldest } from "./texts/ground.card.oldest.generated.ts";
import { groundCardNotchosen } from "./texts/ground.card.notchosen.generated.ts";
import { groundCardNotmine } from "./texts/ground.card.notmine.generated.ts";
import { groundCardLed } from "./texts/ground.card.led.generated.ts";
import { groundCardAlone } from "./texts/ground.card.alone.generated.ts";
import { groundCardRemote } from "./texts/ground.card.remote.generated.ts";
import { groundCardNight } from "./texts/ground.card.night.generated.ts";
import { groundCardCounter } from "./texts/ground.card.counter.generated.ts";
import { groundCardOutdoors } from "./texts/ground.card.outdoors.generated.ts";
import { groundCardSchool } from "./texts/ground.card.school.generated.ts";
import { groundCardVolunteer } from "./texts/ground.card.volunteer.generated.ts";
import { groundCardFounded } from "./texts/ground.card.founded.generated.ts";
import { groundCardClosed } from "./texts/ground.card.closed.generated.ts";
import { groundCardWrong } from "./texts/ground.card.wrong.generated.ts";
import { groundCardStage } from "./texts/ground.card.stage.generated.ts";
import { groundCardQuiet } from "./texts/ground.card.quiet.generated.ts";
import { groundCardAloud } from "./texts/ground.card.aloud.generated.ts";
import { groundCardLists } from "./texts/ground.card.lists.generated.ts";
import { groundCardChaos } from "./texts/ground.card.chaos.generated.ts";
import { groundCardEarly } from "./texts/ground.card.early.generated.ts";
import { groundCardOwl } from "./texts/ground.card.owl.generated.ts";
import { groundCardLetters } from "./texts/ground.card.letters.generated.ts";
import { groundCardJournal } from "./texts/ground.card.journal.generated.ts";
import { groundCardBooks } from "./texts/ground.card.books.generated.ts";
import { groundCardMusic } from "./texts/ground.card.music.generated.ts";
import { groundCardDance } from "./texts/ground.card.dance.generated.ts";
import { groundCardSport } from "./texts/ground.card.sport.generated.ts";
import { groundCardRuns } from "./texts/ground.card.runs.generated.ts";
import { groundCardGarden } from "./texts/ground.card.garden.generated.ts";
import { groundCardBread } from "./texts/ground.card.bread.generated.ts";
import { groundCardRepair } from "./texts/ground.card.repair.generated.ts";
import { groundCardMaps } from "./texts/ground.card.maps.generated.ts";
import { groundCardTrains } from "./texts/ground.card.trains.generated.ts";
import { groundCardBike } from "./texts/ground.card.bike.generated.ts";
import { groundCardBoats } from "./texts/ground.card.boats.generated.ts";
import { groundCardHills } from "./texts/ground.card.hills.generated.ts";
import { groundCardAnimals } from "./texts/ground.card.animals.generated.ts";
import { groundCardMany } from "./texts/ground.card.many.generated.ts";
import { groundCardSingle } from "./texts/ground.card.single.generated.ts";
import { groundCardGrandparents } from "./texts/ground.card.grandparents.generated.ts";
import { groundCardTeacher } from "./texts/ground.card.teacher.generated.ts";
import { groundCardNeighbour } from "./texts/ground.card.neighbour.generated.ts";
import { groundCardCares } from "./texts/ground.card.cares.generated.ts";
import { groundCardMoney } from "./texts/ground.card.money.generated.ts";
import { groundCardPromise } from "./texts/ground.card.promise.generated.ts";
import { groundCardBeginner } from "./texts/ground.card.beginner.generated.ts";
import { groundCardWish } from "./texts/ground.card.wish.generated.ts";
import { groundQuestions } from "./texts/ground.questions.generated.ts";

export {
  groundCardMoved,
  groundCardTown,
  groundCardCity,
  groundCardLanguage,
  groundCardAccent,
  groundCardFirst,
  groundCardLate,
  groundCardHands,
  groundCardSelftaught,
  groundCardDropped,
  groundCardBack,
  groundCardChanged,
  groundCardTwice,
  groundCardOnly,
  groundCardYoungest,
  groundCardOldest,
  groundCardNotchosen,
  groundCardNotmine,
  groundCardLed,
  groundCardAlone,
  groundCardRemote,
  groundCardNight,
  groundCardCounter,
  groundCardOutdoors,
  groundCardSchool,
  groundCardVolunteer,
  groundCardFounded,
  groundCardClosed,
  groundCardWrong,
  groundCardStage,
  groundCardQuiet,
  groundCardAloud,
  groundCardLists,
  groundCardChaos,
  groundCardEarly,
  groundCardOwl,
  groundCardLetters,
  groundCardJournal,
  groundCardBooks,
  groundCardMusic,
  groundCardDance,
  groundCardSport,
  groundCardRuns,
  groundCardGarden,
  groundCardBread,
  groundCardRepair,
  groundCardMaps,
  groundCardTrains,
  groundCardBike,
  groundCardBoats,
  groundCardHills,
  groundCardAnimals,
  groundCardMany,
  groundCardSingle,
  groundCardGrandparents,
  groundCardTeacher,
  groundCardNeighbour,
  groundCardCares,
  groundCardMoney,
  groundCardPromise,
  groundCardBeginner,
  groundCardWish,
  groundQuestions,
};

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
