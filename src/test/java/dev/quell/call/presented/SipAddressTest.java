package dev.quell.call.presented;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<sip:13800138000@sip.example.org>;tag=1 | 13800138000 | sip.example.org",
                "sip:13800138000@127.0.0.1;tag=1 | 13800138000 | 127.0.0.1",
                "\"Alice\" <sip:alice@Example.ORG:5060;transport=udp> | alice | example.org",
                "Alice <sips:+8613800138000;phone-context=x@example.org> | +8613800138000 | example.org",
                "\"x <sip:110@police.cn>\" <sip:bad@evil.example> | bad | evil.example",
                "\"x \\\" <sip:110@police.cn>\" <sip:bad@evil.example> | bad | evil.example",
                "<tel:+86-755-1234-5678;ext=1> | +86-755-1234-5678 | ``",
                "tel:10086 | 10086 | ``",
                "<sip:+861@[2001:DB8::1]:5060> | +861 | 2001:db8::1",
                "<sip:example.org> | `` | example.org",
                "<sip:a@b.example>, <sip:c@d.example> | a | b.example",
                "<sip:1380%0aagi_evil:x@evil.example> | 1380%0aagi_evil | evil.example",
                "<SIP:a@b.example | a | b.example",
                "<sip:a@ev${SHELL(id)}il> | a | evshellidil",
            })
    void theAddressIsFoundWhateverTheNameSays(String header, String user, String host) {
        assertThat(SipAddress.of(header)).contains(new SipAddress(user, host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Alice", "<>", "<http://x@y>", "\"never closed <sip:a@b>", "\"x\\", "a:b:c"})
    void whatHoldsNoAddressIsEmpty(String header) {
        assertThat(SipAddress.of(header)).isEmpty();
    }

    @Test
    void partsAreCutAt64Characters() {
        SipAddress address = SipAddress.of("<sip:" + "1".repeat(700) + "@" + "h".repeat(700) + ">")
                .orElseThrow();

        assertThat(address.user()).isEqualTo("1".repeat(64));
        assertThat(address.host()).isEqualTo("h".repeat(64));
    }
}
