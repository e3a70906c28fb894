package dev.quell.asterisk.ami.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private static MessageReader reading(String text) {
        return new MessageReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void greetingIsOneLineAndMessagesEndAtAnEmptyLine() throws IOException {
        MessageReader reader =
                reading("Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nPing: Pong\r\n\r\nEvent: A\r\n\r\n");
        assertThat(reader.greeting()).contains("Asterisk Call Manager/11.0.0");
        assertThat(reader.next().orElseThrow().lines()).containsExactly("Response: Success", "Ping: Pong");
        assertThat(reader.next().orElseThrow().lines()).containsExactly("Event: A");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void halfMessageBeforeTheEndIsNone() throws IOException {
        assertThat(reading("Event: Hangup\r\nUniqueid: 1.1\r\n").next()).isEmpty();
        assertThat(reading("Asterisk Call").greeting()).isEmpty();
    }

    @Test
    void loneLineFeedsAndCarriageReturnsAreText() throws IOException {
        assertThat(reading("A: x\ny\rz\r\r\n\r\n").next().orElseThrow().lines()).containsExactly("A: x\ny\rz\r");
    }

    @Test
    void emptyLinesBetweenMessagesAreSkipped() throws IOException {
        assertThat(reading("\r\n\r\nEvent: A\r\n\r\n").next().orElseThrow().name())
                .isEqualTo("A");
    }

    @Test
    void lineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        String longest = "A: " + "x".repeat(MessageReader.MAX_LINE - 3);
        assertThat(reading(longest + "\r\n\r\n").next().orElseThrow().lines()).containsExactly(longest);
        MessageReader tooLong = reading(longest + "x\r\nB: y\r\n\r\nEvent: C\r\n\r\n");
        assertThatExceptionOfType(MessageReader.OversizeException.class).isThrownBy(tooLong::next);
        assertThat(tooLong.next().orElseThrow().name()).isEqualTo("C");
    }

    @Test
    void messageMayHaveAsManyLinesAsTheLimitAndNoMore() throws IOException {
        String most = "A: x\r\n".repeat(MessageReader.MAX_LINES);
        assertThat(reading(most + "\r\n").next().orElseThrow().count("a")).isEqualTo(MessageReader.MAX_LINES);
        MessageReader tooMany = reading(most + "A: x\r\n\r\nEvent: C\r\n\r\n");
        assertThatExceptionOfType(MessageReader.OversizeException.class).isThrownBy(tooMany::next);
        assertThat(tooMany.next().orElseThrow().name()).isEqualTo("C");
    }

    @Test
    void endlessLineTakesNoMemoryAndEndsWithTheStream() throws IOException {
        MessageReader reader = new MessageReader(new java.io.InputStream() {
            private long left = 50_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        });
        assertThat(reader.next()).isEmpty();
    }
}
