package dev.quell.calllog;

import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Columns;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.WhatIf;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why a call was treated as it was, in words for an administrator, from its row of the log and the kept version of rules and settings alone. Each
 * line begins with a word in a column of its own, lines that go on are indented:
 *
 * <pre>
 * call      pbx:1763800000.12, case 10492837
 * arrived   2026-11-20 16:00:00 +08:00
 * caller    +8613800138000 "Wang", over trunk carrier
 * line      4001, standard
 * verdict   LISTEN: to be listened to first
 *           because the rule BURST_LISTEN says so (burst of silent calls: listen first)
 *           class SILENT, 21 % likely to be a nuisance, rules r2-9c0f2a41
 * evidence  +1.52  SILENT_RATE   4 of 4 answered calls silent
 *            rule  BURST_LISTEN  silent calls in 30 min: 4
 * score     -3.48 before any evidence, +1.52 by it: -1.95 log-odds
 * without   BURST_LISTEN: PASS instead of LISTEN
 * with      ALLOW_LISTED (on the allow list): PASS instead of LISTEN
 * done      LISTEN: as the verdict says
 * way       listened to with prompts; silent to the end, released
 * ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller, Asterisk or the agent hung up
 * outcome   SILENT: listened to until release: packets came and no speech
 * </pre>
 */
public final class Explainer {

    private static final Logger LOG = LoggerFactory.getLogger(Explainer.class);

    private final ClassifierVersions versions;
    private final ZoneId zone;

    /** With the kept versions; times are shown in a zone. */
    public Explainer(ClassifierVersions versions, ZoneId zone) {
        this.versions = versions;
        this.zone = zone;
    }

    /** Explains a call. */
    public Explanation explain(LoggedCall call, Language language) {
        Optional<Standard> standard =
                call.verdict().map(Verdict::version).flatMap(versions::find).flatMap(Explainer::standard);
        Optional<WhatIf> whatIf = standard.flatMap(kept -> call.verdict()
                .flatMap(verdict -> call.circumstances().flatMap(line -> WhatIf.of(verdict, kept, line))));
        Phrases phrases = Phrases.in(language);
        Catalogue catalogue = standard.map(Standard::catalogue).orElseGet(Catalogue::shipped);
        Columns columns = new Columns(phrases);
        CauseWords words = new CauseWords(phrases, catalogue);
        CallPart part = new CallPart(columns, phrases, words, zone);
        part.who(call);
        call.verdict()
                .ifPresentOrElse(
                        verdict -> {
                            VerdictPart decided = new VerdictPart(columns, phrases, words, catalogue);
                            decided.verdict(verdict);
                            decided.whatIf(verdict, whatIf, standard.isPresent());
                            decided.done(call, verdict);
                        },
                        () -> columns.line("verdict", phrases.say("verdict.none")));
        part.became(call);
        return new Explanation(columns.lines(), catalogue, whatIf);
    }

    private static Optional<Standard> standard(ClassifierVersion version) {
        try {
            return Optional.of(KeptStandard.read(version.settings()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "the settings of rules {} cannot be read; they are another Quell's: {}",
                    version.name(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
