package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumbersTest {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private final MobileNumbers mobiles = new MobileNumbers("CN");

    @Test
    void everyNumberReadsAsTheLibraryReadsIt() throws NumberParseException {
        SplittableRandom dice = new SplittableRandom(4);
        int read = 0;
        for (int prefix = 1000; prefix < 2000; prefix++) {
            String number = prefix + String.format(Locale.ROOT, "%07d", dice.nextInt(10_000_000));
            for (String shown : new String[] {number, "+86" + number}) {
                String fast = mobiles.read(shown).orElse("");
                if (!fast.isEmpty()) {
                    var library = LIBRARY.parse(shown, "CN");
                    assertThat(fast).isEqualTo(LIBRARY.format(library, PhoneNumberFormat.E164));
                    assertThat(LIBRARY.isPossibleNumber(library)).isTrue();
                    read++;
                }
            }
        }
        // 13 to 19, without 179.
        assertThat(read).isEqualTo(2 * (700 - 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380013800",
                "138001380000",
                "12800138000",
                "17900138000",
                "23800138000",
                "1380013800a",
                "+8713800138000",
                "8613800138000",
                "+86 13800138000",
                "13800138٠00"
            })
    void whatIsNoMobileNumberIsLeftToTheLibrary(String shown) {
        assertThat(mobiles.read(shown)).isEmpty();
    }

    @Test
    void elsewhereOnlyTheInternationalFormIsOne() {
        MobileNumbers abroad = new MobileNumbers("DE");
        assertThat(abroad.read("13800138000")).isEmpty();
        assertThat(abroad.read("+8613800138000")).contains("+8613800138000");
    }
}
