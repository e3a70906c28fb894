package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quell.call.CallerNumber;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangePatternTest {

    private static final ListPattern RANGE = ListPattern.parse("+8675561230000-+8675561239998");

    @ParameterizedTest
    @CsvSource({
        "+8675561229999, false",
        "+8675561230000, true",
        "+8675561230001, true",
        "+8675561239998, true",
        "+8675561239999, false",
        "+867556123000, false",
        "+86755612300000, false",
        "+867556123, false",
        "i:8001, false",
        "x:8675561230001, false",
        "withheld, false"
    })
    void meansTheNumbersOfItsLengthFromEndToEnd(String key, boolean meant) {
        assertThat(RANGE.matches(CallerNumber.ofKey(key))).isEqualTo(meant);
    }

    @Test
    void isReadBackAsItIsWritten() {
        assertThat(RANGE).isEqualTo(new ListPattern.Range("+8675561230000", "+8675561239998"));
        assertThat(RANGE.text()).isEqualTo("+8675561230000-+8675561239998");
        assertThat(RANGE.shown()).isEqualTo(RANGE.text());
        assertThat(((ListPattern.Range) RANGE).size()).isEqualTo(9999);
    }

    @ParameterizedTest
    @CsvSource({
        "+8675561230000, +867556123999,  LENGTHS",
        "+8675561230001, +8675561230000, ORDER",
        "+8675561230000, +8675561230000, ORDER",
        "+8699999999999, +8700000000000, COUNTRIES",
        "+8675561230000, +8675562230000, SIZE",
        "+8675561230000, 8675561239999,  ENDS",
        "+0675561230000, +8675561239999, ENDS",
        "+8675561230000, +86755612399x9, ENDS",
        "i:8001,         i:8010,         ENDS",
        "+861,           +869,           ENDS"
    })
    void whatCanBeNoneIsRefused(String from, String to, RangeFault.Why why) {
        assertThatExceptionOfType(RangeFault.class)
                .isThrownBy(() -> new ListPattern.Range(from, to))
                .satisfies(fault -> assertThat(fault.why()).isEqualTo(why));
    }

    @Test
    void hasAMillionNumbersAtMost() {
        assertThat(new ListPattern.Range("+8675561230000", "+8675562229999").size())
                .isEqualTo(1_000_000);
    }

    @Test
    void fromTheFirstToTheLastOfAPrefixItMeansNoLongerAndNoShorterNumbers() {
        ListPattern range = ListPattern.parse("+8617000047000-+8617000047999");
        ListPattern prefix = ListPattern.parse("+8617000047*");

        assertThat(range).isNotEqualTo(prefix);
        assertThat(range.matches(CallerNumber.ofKey("+8617000047999"))).isTrue();
        assertThat(prefix.matches(CallerNumber.ofKey("+86170000479991"))).isTrue();
        assertThat(range.matches(CallerNumber.ofKey("+86170000479991"))).isFalse();
        assertThat(prefix.matches(CallerNumber.ofKey("+861700004799"))).isTrue();
        assertThat(range.matches(CallerNumber.ofKey("+861700004799"))).isFalse();
        assertThat(range.meets(prefix)).isTrue();
        assertThat(prefix.meets(range)).isTrue();
    }

    /** Two patterns meet if some number is meant by both: asked of every number there is between the ends, and of a few that begin like a prefix. */
    @Test
    void meetsWhatSharesANumberWithIt() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            ListPattern.Range range = range(random);
            ListPattern other = random(random);
            boolean shared = numbers(range).anyMatch(number -> other.matches(new CallerNumber.E164("+" + number)));

            assertThat(range.meets(other)).as("%s %s", range, other).isEqualTo(shared);
            assertThat(other.meets(range)).as("%s %s", other, range).isEqualTo(shared);
        }
    }

    private static LongStream numbers(ListPattern.Range range) {
        return LongStream.rangeClosed(
                Long.parseLong(range.from().substring(1)),
                Long.parseLong(range.to().substring(1)));
    }

    private static ListPattern random(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new ListPattern.Exact(new CallerNumber.E164("+8613" + digits(random, 3 + random.nextInt(2))));
            case 1 -> new ListPattern.Prefix("+8613" + digits(random, random.nextInt(5)));
            default -> range(random);
        };
    }

    private static ListPattern.Range range(Random random) {
        while (true) {
            int length = 3 + random.nextInt(2);
            Optional<ListPattern.Range> made = range(digits(random, length), digits(random, length));
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    private static Optional<ListPattern.Range> range(String one, String other) {
        return one.compareTo(other) < 0
                ? Optional.of(new ListPattern.Range("+8613" + one, "+8613" + other))
                : Optional.empty();
    }

    private static String digits(Random random, int size) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < size; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
