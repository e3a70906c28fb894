package dev.quell.asterisk.agi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.asterisk.protocol.RefusedException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgiHeadersTest {

    private static final String USUAL = """
            agi_network: yes
            agi_network_script: screen
            agi_request: agi://127.0.0.1/screen
            agi_channel: PJSIP/carrier-1
            agi_callerid: 13800138000
            agi_arg_1: v1
            agi_arg_2: srv=pbx

            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 4096})
    void areReadInPiecesOfAnySize(int piece) throws Exception {
        AgiHeaders headers = read(USUAL, piece, 100, 4096);

        assertThat(headers.script()).isEqualTo("screen");
        assertThat(headers.arguments()).containsExactly("v1", "srv=pbx");
    }

    @Test
    void mayComeInAnotherOrder() throws Exception {
        AgiHeaders headers = read("""
                agi_channel: PJSIP/carrier-1
                agi_request: agi://127.0.0.1/screen
                agi_network: yes
                agi_network_script: screen
                agi_arg_1: v1

                """, 4096, 100, 4096);

        assertThat(headers).isEqualTo(new AgiHeaders("screen", List.of("v1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agi_network: no", "agi_request: agi://other", "agi_callerid: 1", "agi_network_script: flag"})
    void noneComesTwice(String again) {
        assertThatThrownBy(() -> read(USUAL.stripTrailing() + "\n" + again + "\n\n", 4096, 100, 4096))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("came twice");
    }

    @Test
    void linesThatAreNotLookedAtCount() throws Exception {
        assertThat(read(USUAL, 4096, 8, 4096).script()).isEqualTo("screen");
        assertThatThrownBy(() -> read(USUAL, 4096, 7, 4096)).hasMessageContaining("more than 7 lines");
        assertThatThrownBy(() -> read(USUAL, 4096, 100, USUAL.length() - 1)).hasMessageContaining("characters in all");
        assertThat(read(USUAL, 4096, 100, USUAL.length()).script()).isEqualTo("screen");
    }

    @Test
    void aControlCharacterIsFoundInALineThatIsNotLookedAt() {
        assertThatThrownBy(() -> read(USUAL.replace("carrier-1", "carrier\t1"), 4096, 100, 4096))
                .hasMessageContaining("control character (0x09)");
    }

    @Test
    void anEndInTheMidstIsToldFromNoRequest() {
        assertThatThrownBy(() -> read("", 4096, 100, 4096)).hasMessageContaining("without a request");
        assertThatThrownBy(() -> read("agi_network: yes\nagi_request: x\n", 4096, 100, 4096))
                .hasMessageContaining("before the headers' end");
    }

    private static AgiHeaders read(String text, int piece, int lines, int characters) throws Exception {
        AgiLimits limits = new AgiLimits(lines, 2048, characters, Duration.ofSeconds(1));
        BoundedLines source = new BoundedLines(new Pieces(text, piece), new Deadline(), limits);
        source.allow(Duration.ofSeconds(1));
        return AgiHeaders.read(source);
    }

    /** Gives a text in pieces of a size. */
    private static final class Pieces implements ReadableByteChannel {

        private final ByteBuffer text;
        private final int piece;

        Pieces(String text, int piece) {
            this.text = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            this.piece = piece;
        }

        @Override
        public int read(ByteBuffer to) {
            if (!text.hasRemaining()) {
                return -1;
            }
            int length = Math.min(Math.min(piece, to.remaining()), text.remaining());
            to.put(text.slice(text.position(), length));
            text.position(text.position() + length);
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            text.position(text.limit());
        }
    }
}
