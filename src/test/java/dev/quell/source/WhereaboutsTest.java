package dev.quell.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Tongue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {
    private final Whereabouts whereabouts = new Whereabouts();

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, EN, Beijing, China Mobile",
        "+8613800138000, ZH, 北京市, 中国移动",
        "+862161001234, ZH, 上海市, ''",
        "+4930123456, EN, Berlin, ''",
        "+442079460000, ZH, 英国, ''",
    })
    void regionAndCarrierAreInTheReadersLanguage(String number, Tongue tongue, String region, String carrier) {
        CallerNumber caller = CallerNumber.ofKey(number);

        assertThat(whereabouts.region(caller, tongue.locale())).isEqualTo(region);
        assertThat(whereabouts.carrier(caller, tongue.locale())).isEqualTo(carrier);
    }

    @Test
    void whatIsNoPublicNumberIsNowhere() {
        for (String key : new String[] {"i:8001", "withheld", "x:123", "+9990000000"}) {
            assertThat(whereabouts.region(CallerNumber.ofKey(key), Tongue.EN.locale()))
                    .isEmpty();
            assertThat(whereabouts.carrier(CallerNumber.ofKey(key), Tongue.ZH.locale()))
                    .isEmpty();
        }
    }
}
