package dev.quell.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What other systems can be told. */
public enum EventKind {
    /** A block was made, by a person or by the ladder; entries of an imported list are not told one by one. */
    BLOCK_MADE("block.made"),
    /** A block was ended before its time. */
    BLOCK_LIFTED("block.lifted"),
    /** A caller was sent to the deterrent queue. */
    CALLER_DETERRED("caller.deterred"),
    /** A caller was refused before answer. */
    CALLER_REJECTED("caller.rejected"),
    /** A caller was asked to speak or press a key first. */
    CALLER_CHALLENGED("caller.challenged"),
    /** An agent, or a program, flagged a call. */
    FLAG_RAISED("flag.raised"),
    /** A flag was taken back. */
    FLAG_UNDONE("flag.undone"),
    /** Something is wrong that people should look at: the safety floor, a trunk, a line, a part of this service. */
    ALARM_RAISED("alarm.raised"),
    /** It is over. */
    ALARM_OVER("alarm.over"),
    /** The head of the record's hash chain, once a day. */
    CHAIN_HEAD("chain.head"),
    /** A schedule made a report. */
    REPORT_MADE("report.made"),
    /** A test that a person asked for; always sent. */
    TEST("test");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** As messages and settings write it. */
    public String word() {
        return word;
    }

    /** Whether a word of the settings means it: its own, or the part before the dot. */
    boolean isMeantBy(String wanted) {
        return word.equals(wanted) || word.startsWith(wanted + ".");
    }

    /** Whether a word of the settings means any of them. */
    static boolean isKnown(String wanted) {
        return Arrays.stream(values()).anyMatch(kind -> kind.isMeantBy(wanted));
    }

    /** All words, for a sentence. */
    static String words() {
        return List.of(values()).stream().map(EventKind::word).collect(Collectors.joining(", "));
    }
}
