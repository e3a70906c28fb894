package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quell.call.CallSettings;
import dev.quell.call.NumberReader;
import dev.quell.testing.ShippedSettings;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenRangeTest {

    private final NumberReader numbers = new NumberReader(ShippedSettings.of("quell.call", CallSettings.class));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    +8675561230000-+8675561239998     | +8675561230000-+8675561239998
                    +8675561230000 - +8675561239998   | +8675561230000-+8675561239998
                    +8675561230000 – +8675561239998   | +8675561230000-+8675561239998
                    +8675561230000–+8675561239998     | +8675561230000-+8675561239998
                    +8675561230000—+8675561239998     | +8675561230000-+8675561239998
                    +8675561230000~+8675561239998     | +8675561230000-+8675561239998
                    +8675561230000～+8675561239998    | +8675561230000-+8675561239998
                    +8675561230000至+8675561239998    | +8675561230000-+8675561239998
                    +8675561230000 到 +8675561239998  | +8675561230000-+8675561239998
                    +8675561230000－+8675561239998    | +8675561230000-+8675561239998
                    075561230000-075561239998         | +8675561230000-+8675561239998
                    0755-61230000 至 0755-61239998    | +8675561230000-+8675561239998
                    0755-61230000-0755-61239998       | +8675561230000-+8675561239998
                    0755-6123-0000-0755-6123-9998     | +8675561230000-+8675561239998
                    075561230000-61239998             | +8675561230000-+8675561239998
                    075561230000-9998                 | +8675561230000-+8675561239998
                    0755-61230000~9998                | +8675561230000-+8675561239998
                    131-2196-7572~93                  | +8613121967572-+8613121967593
                    0755-6123-9000 ~ 99               | +8675561239000-+8675561239099
                    +86 755 6123 0000 – 9998          | +8675561230000-+8675561239998
                    +8617000047000-7998               | +8617000047000-+8617000047998
                    17000047000-17000047998           | +8617000047000-+8617000047998
                    17000047000 ~ 7998                | +8617000047000-+8617000047998
                    +8617000047000-7999               | +8617000047000-+8617000047999
                    17000047000–17000047999           | +8617000047000-+8617000047999
                    17000047000–17000047000           | +8617000047000
                    0086 17000047000 – 0086 17000047998 | +8617000047000-+8617000047998
                    """)
    void isReadAsPeopleWriteIt(String written, String meant) {
        assertThat(WrittenRange.read(written, numbers).map(ListPattern::text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138-0013-8000",
                "+86 138-0013-8000",
                "0755-61230000",
                "0755 - 61230000",
                "8001",
                "+86138*",
                "+8675561230000-+8675561239998*",
                "withheld",
                "",
                "-",
                "x-y",
                "2026-11-22"
            })
    void whatIsWrittenOtherwiseIsNone(String written) {
        assertThat(WrittenRange.read(written, numbers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    +8675561239998-+8675561230000  | ORDER
                    17000047998 至 17000047000     | ORDER
                    +8675561230000-+867556123999   | LENGTHS
                    +8617000047000~+8675561239998  | COUNTRIES
                    17000047000~18000047000        | SIZE
                    +85223456789-+86123456789      | COUNTRIES
                    17000047000~abc                | ENDS
                    abc~17000047000                | ENDS
                    8001 ~ 8010                    | ENDS
                    17000047000~7998~7999          | ENDS
                    ~17000047998                   | ENDS
                    17000047000~                   | ENDS
                    131-2196-7572-93               | TWOFOLD
                    131-2196-1319-999              | TWOFOLD
                    0755-6123-9000-99              | TWOFOLD
                    """)
    void whatIsWrittenAsOneAndCanBeNoneIsSaid(String written, RangeFault.Why why) {
        assertThatExceptionOfType(RangeFault.class)
                .isThrownBy(() -> WrittenRange.read(written, numbers))
                .satisfies(fault -> assertThat(fault.why()).isEqualTo(why));
    }

    /** Any text is read, refused with its reason, or none. */
    @Test
    void noTextBreaksIt() {
        Random random = new Random(3);
        String letters = "+0123456789 -–~至()./*x";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int size = random.nextInt(30); size > 0; size--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                read += WrittenRange.read(text.toString(), numbers).isPresent() ? 1 : 0;
            } catch (RangeFault e) {
                assertThat(e.getMessage()).contains("range");
            }
        }
        assertThat(read).isPositive();
    }

    /** What the store writes is read as what it is. */
    @Test
    void itsOwnFormIsReadBack() {
        ListPattern range = ListPattern.parse("+447700900123-+447700900456");

        assertThat(WrittenRange.read(range.text(), numbers)).contains(range);
    }
}
