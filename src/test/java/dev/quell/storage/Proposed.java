package dev.quell.storage;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.Findings;
import dev.quell.tuning.proposal.Findings.Move;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Base;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposals of rules for tests. */
public final class Proposed {

    private Proposed() {}

    /** One that waits. */
    public static RuleProposal rules(String id, String revision, Instant at) {
        return new RuleProposal(
                id,
                new Tuning(Map.of("CLI_WITHHELD", 0.5), Optional.of(new Thresholds(0.4, 0.7, 0.9))),
                new Base(revision, "r3-1a2b3c4d"),
                7,
                "少拦一些 O'Neil \"x\"",
                "li.na",
                at,
                new Findings(
                        12,
                        3,
                        2,
                        4,
                        List.of(
                                new Move(
                                        Action.PASS,
                                        Action.CHALLENGE,
                                        2,
                                        2,
                                        0,
                                        List.of("pbx:1763800000.1", "pbx:1763800000.2")),
                                new Move(Action.TAG, Action.PASS, 1, 0, 1, List.of()))),
                Optional.empty());
    }
}
