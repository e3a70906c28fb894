package dev.quell.asterisk.agi.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private final Precedence precedence = new Precedence();

    private List<Precedence.Turn> newcomers(int count) {
        return Stream.generate(precedence::newcomer).limit(count).toList();
    }

    @Test
    void eightNewcomersAreServedBesideDialogues() {
        newcomers(8);

        assertThat(precedence.manyWait()).isFalse();
    }

    @Test
    void dialoguesGiveWayToMoreUntilTheyAreServed() {
        List<Precedence.Turn> turns = newcomers(9);
        assertThat(precedence.manyWait()).isTrue();

        turns.getFirst().over();
        assertThat(precedence.manyWait()).isFalse();
    }

    @Test
    void aTurnIsOverOnce() {
        List<Precedence.Turn> turns = newcomers(10);

        turns.getFirst().over();
        turns.getFirst().over();

        assertThat(precedence.manyWait()).isTrue();
    }
}
