package dev.quell.backtest.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a file may hold, with the names under which files have it. */
enum Column {
    CALLER(
            "caller",
            "src source from caller callerid callernumber cidnum num cli ani anumber calling callingnumber phone phonenumber number id"),
    CALLEE("callee", "dst destination to callee called callednumber calleenumber exten did line bnumber"),
    START("start", "start starttime calldate date time timestamp datetime eventtime"),
    ANSWER("answer", "answer answertime"),
    END("end", "end endtime"),
    DURATION("duration", "duration durationseconds durations lasted seconds length"),
    BILLSEC("billsec", "billsec billable billableseconds answered answeredseconds talktime"),
    DISPOSITION("disposition", "disposition status result"),
    LABEL("label", "label labels isnuisance nuisance isspam spam isunwanted unwanted isrobocall robocall class truth"),
    COUNT("count", "count calls n total callcount numcalls ncalls times"),
    CONTEXT("context", "dcontext context"),
    CHANNEL("channel", "channel channame"),
    UNIQUEID("uniqueid", "uniqueid"),
    LINKEDID("linkedid", "linkedid"),
    EVENT("event", "eventtype event"),
    EXTRA("extra", "extra eventextra"),
    TRUNK("trunk", "trunk"),
    SIDE("side", "side hungupby hangupside"),
    /** Anything else; not read. */
    OTHER("other", "");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");
    private static final Map<String, Column> BY_NAME = byName();

    private final String word;
    private final String names;

    Column(String word, String names) {
        this.word = word;
        this.names = names;
    }

    String word() {
        return word;
    }

    /** The column that a header line names, by its letters and digits in any case. */
    static Optional<Column> of(String name) {
        return Optional.ofNullable(
                BY_NAME.get(NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("")));
    }

    private static Map<String, Column> byName() {
        Map<String, Column> byName = new HashMap<>();
        for (Column column : values()) {
            Arrays.stream(column.names.split(" "))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> byName.put(name, column));
        }
        return Map.copyOf(byName);
    }
}
