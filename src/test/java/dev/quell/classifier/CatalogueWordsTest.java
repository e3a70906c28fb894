package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueWordsTest {

    private final Catalogue shipped = Catalogue.shipped();

    @Test
    void aFindingIsWordedWithItsNumbers() {
        Symbol burst = symbol("BURST_LISTEN", new Seen(3, 1800));

        assertThat(shipped.words(burst, Language.ENGLISH)).isEqualTo("silent calls in 30 min: 3");
        assertThat(shipped.words(burst, Language.CHINESE)).isEqualTo("30分钟内无声来电3次");
    }

    @Test
    void ofNumbersThatWereNotKeptTheDescriptionIsLeft() {
        Symbol burst = symbol("BURST_LISTEN", Seen.NOT_KEPT);

        assertThat(shipped.words(burst, Language.ENGLISH)).isEqualTo("burst of silent calls: listen first");
        assertThat(shipped.words(burst, Language.CHINESE)).isEqualTo("短时间内多次无声：先做静音检测");
    }

    @Test
    void ofAnotherVersionsSymbolTheBareNumbersAreLeft() {
        assertThat(shipped.words(symbol("GONE_SINCE", new Seen(3, 1800)), Language.ENGLISH))
                .isEqualTo("3 1800");
        assertThat(shipped.words(symbol("GONE_SINCE", Seen.NOT_KEPT), Language.ENGLISH))
                .isEqualTo("-1 -1");
    }

    @Test
    void theSymbolsOfAKindAreThoseAndNoOthers() {
        assertThat(shipped.symbols(entry -> entry.family() == Family.LIST))
                .containsExactlyInAnyOrder("ALLOW_LISTED", "BLOCK_LISTED");
    }

    private static Symbol symbol(String name, Seen seen) {
        return new Symbol(name, Family.COUNTED, 0, 0, seen);
    }
}
