package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {

    private final Peers peers = new Peers(List.of("127.0.0.1", "::1", "10.0.0.7"));

    @Test
    void namedHostsMayAsk() {
        assertThatCode(() -> peers.check(InetAddress.getByName("10.0.0.7"))).doesNotThrowAnyException();
        assertThatCode(() -> peers.check(InetAddress.getByName("::1"))).doesNotThrowAnyException();
        assertThatCode(() -> peers.check(InetAddress.getByName("::ffff:127.0.0.1")))
                .doesNotThrowAnyException();
    }

    @Test
    void othersMayNot() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> peers.check(InetAddress.getByName("10.0.0.8")))
                .withMessage("the host is not among quell.asterisk.agi.peers, which are 127.0.0.1, ::1, 10.0.0.7;"
                        + " add it there if it is yours");
    }

    @Test
    void aHostThatIsNotKnownIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Peers(List.of("10.0.0.300")))
                .withMessageStartingWith("quell.asterisk.agi.peers has '10.0.0.300'");
    }
}
