"""The small words of English, by what they do; `briefings.draft.lexicon` says what each is."""

from typing import Final

WORDS: Final = {
    "anaphor": r"""
        he she it they this that these those his her hers their theirs its him them such here_is
        there_(?:is|are|was|were) it's he's she's they're that's
        (?:the|this)_(?:statement|letter|move|decision|comments?|remarks?|response|report|two|pair)
        (?:the|this)_(?:former|latter|same|latest|document|announcement|incident|findings|changes)
        (?:the|this)_(?:plan|proposal|spokes(?:man|woman|person)|measure|remark)
        one_of_(?:them|those|these) the_(?:other|others|first|second|third|rest) another others
        asked_(?:about|whether|if) according_to_(?:him|her|them) neither either
        (?:one|two|three|four|five|six|seven|eight|nine|ten)_(?:was|were|is|are|had|has|have|did|of_them)
        (?:most|many|few|several|all|none|half|each)_(?:was|were|is|are|had|has|have|did|said|of_them)
        (?:about_)?a_(?:half|third|quarter|fifth)_(?:was|were|is|are|had|has|have)
        all_(?:two|three|four|five|six|seven|eight|nine|ten)_(?:are|were|have|had)
        all_of_(?:them|this|that) at_the_time at_that_time since_then until_then
    """,
    "definite": r"""
        the_(?:man|woman|boy|girl|victims?|suspects?|couple|men|women|driver|teenager|child|children)
        the_(?:agreement|service|union|ministry|company|group|hospital|paper|book|film|game|match)
    """,
    "connective": r"""
        however but and yet meanwhile moreover furthermore also still so(?!_far|_many|_much) then
        instead because nevertheless nonetheless therefore thus besides in_addition as_a_result
        for_(?:example|instance) or nor on_the_other_hand in_contrast by_contrast similarly
        likewise additionally consequently in_turn that_said after_(?:that|this) because_of_this
        even_so in_fact indeed of_course as_for as_such hence for_his_part for_her_part
        for_their_part
    """,
    "deictic": r"""
        today yesterday tomorrow tonight
        (?:last|next)_(?:week|month|year|night|summer|winter|spring|autumn|fall)
        (?:last|next)_(?:mon|tues|wednes|thurs|fri|satur|sun)day
        this_(?:week|month|year|morning|evening|afternoon|weekend|summer|winter|spring|autumn)
        (?:days|weeks|months|hours)_(?:ago|earlier|later)
        a_(?:week|month|year|day)_(?:ago|earlier|later)
        earlier_(?:this|in_the)_(?:week|month|year|day) here recently
    """,
    "first_person": r"""
        i i'm i've i'll we we're we've our ours (?-i:us|Us) my me
    """,
    "saying": r"""
        sa(?:id|ys) told tells announced? announces add(?:ed|s) claim(?:ed|s) argue[ds]
        insist(?:ed|s) warn(?:ed|s) den(?:ied|ies) confirm(?:ed|s) stated wr(?:ote|ites)
        explain(?:ed|s) noted alleg(?:ed|es) declar(?:ed|es) estimated predict(?:ed|s)
        suggest(?:ed|s) acknowledg(?:ed|es) admit(?:ted|s) testif(?:ied|ies) reported
        assert(?:ed|s) stress(?:ed|es) emphasi[sz](?:ed|es) continued asked replied tweeted
        pledg(?:ed|es) vow(?:ed|s) promis(?:ed|es) urg(?:ed|es) call(?:ed|s)_(?:for|on) concluded?
        believ(?:ed|es) complain(?:ed|s) contend(?:ed|s) reveal(?:ed|s) disclos(?:ed|es)
        maintain(?:ed|s)_that reiterat(?:ed|es) describ(?:ed|es)_(?:it|the|his|her|their)
    """,
    "accusing": r"""
        accus(?:e|es|ed|ing|ation|ations) alleg(?:e|es|ed|ing|ation|ations|edly)
        blam(?:e|es|ed|ing) charg(?:ed|es|ing) suspected_of claims_(?:that|to) claimed
    """,
    "accuses": r"""
        accuse accuses accused alleges alleged blames blamed
    """,
    "denying": r"""
        den(?:y|ies|ied|ying|ial|ials) reject(?:s|ed|ing)? dismiss(?:es|ed|ing) refut(?:es|ed|ing)
        disput(?:es|ed|ing) rebuff(?:s|ed) no_truth not_true neither_confirm(?:ed)?
        pleaded_not_guilty declin(?:ed|es)_to_comment refus(?:ed|es)_to_comment
        did_not_(?:immediately_)?(?:respond|comment)
    """,
    "source": r"""
        according_to in_the_words_of
    """,
    "protected": r"""
        no not n't \w{2,9}n't never none neither nor nobody nothing without hardly barely scarcely
        cannot may might could would should must can if unless until provided whether except only
        just at_least at_most up_to more_than less_than fewer_than nearly almost about around
        roughly some_of partly allegedly alleged allege suspected accused accuses accusing
        reportedly apparently purported purportedly so-called supposedly unconfirmed claimed?
        claims den(?:y|ies|ied|ying) reject(?:s|ed|ing)? sa(?:id|ys|ying) told tells according
        announc(?:ed|es|ing) add(?:ed|s|ing) argu(?:ed|es|ing) insist(?:ed|s|ing) warn(?:ed|s|ing)
        confirm(?:ed|s|ing) stat(?:ed|es|ing) wr(?:ote|ites|iting) believ(?:ed|es|ing)
        estimat(?:ed|es|ing) report(?:ed|s|ing) testif(?:ied|ies|ying) citing quoting
        conclud(?:ed|es|ing) suggest(?:ed|s|ing) appears? seems? likely unlikely provisional
        expected convicted acquitted charged innocent disput(?:ed|es|ing) call(?:ed|s|ing)
        vow(?:ed|s|ing) warning promis(?:ed|es|ing) urg(?:ed|es|ing) alleging explaining noting
    """,
    "relative": r"""
        who which whose whom where including
    """,
    "past": r"""
        (?:in|since|after|from|until|between|during|by)_(?:\w{1,10}_)?(?:\w{1,10}_)?(?:19|20)\d\ds?
        had_(?:\w{1,12}_)?(?:been|\w{2,12}ed|begun|taken|given|become|broken|grown|held|left|lost)
        had_(?:\w{1,12}_)?(?:made|met|won|paid|said|seen|sent|set|told|written|come|gone|led|fallen)
        had_(?:\w{1,12}_)?(?:risen|caught|fought|run|bought|sold|kept|built|felt|found|put|struck)
        (?:last|previous)_(?:year|decade|month|century)
        (?:for|over|in)_(?:the_(?:past|last)_\w{2,9}_|many_|several_)?(?:years|decades|generations)
        (?:years|decades|months)_(?:ago|earlier|before|later)
        (?:a|one)_(?:year|decade|month|century)_(?:ago|earlier|before) previously
        earlier_this_(?:year|month) in_the_past historically traditionally formerly known_as
        has_long have_long has_already had_already founded established since_then since_the
        after_(?:the_)?(?:war|conflict|revolution)_\w{2,10} was_born
        is_(?:a|an|one_of_the)_\w{1,20} first_(?:opened|built|introduced|elected|appeared)
    """,
    "compares": r"""
        against compared up_from down_from than_in
        (?:first|most|highest|lowest|worst|best|biggest)_since since_records
    """,
    "now": r"""
        on_(?:mon|tues|wednes|thurs|fri|satur|sun)day today
        (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:has|have)_(?:now|just)_\w{2,12}
        announced? this_(?:week|morning|afternoon|evening) yesterday tonight tomorrow
        (?:is|are)_\w{2,12}ing (?<!which\s)(?<!that\s)(?<!who\s)(?:has|have)_\w{2,12}ed
    """,
    "subordinate": r"""
        that after before when while because but and as though although whether where who since
        which
    """,
}
"""Kind of word to alternatives in white space; `_` stands for a space inside one."""
