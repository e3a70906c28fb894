package dev.quell.storage.redis.calls;

import dev.quell.call.CallOutcome;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.history.PastCall;
import dev.quell.screening.CallConcluded;
import dev.quell.storage.Calls;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A caller's past as Redis has it: a record that cannot be read is passed over and the others are read, in order. */
public final class PastFuzz implements FuzzTarget {

    private static final String RECORD = "\u001e";
    private static final String GENUINE = RECORD + record(ToldCall.of(Calls.screened(9)));

    private static String record(ToldCall told) {
        return String.join(
                "\u001f",
                told.id().toString(),
                CallText.number(told.arrivedAt().toEpochMilli()),
                told.arrival(),
                told.end());
    }

    @Override
    public List<byte[]> seeds() {
        CallConcluded ended = Calls.concluded(Calls.screened(1), CallOutcome.SILENT);
        String screened = record(ToldCall.of(ended, "me"));
        String unscreened = record(ToldCall.of(Calls.unscreened(2, Calls.CALLER, Calls.NOW), "me"));
        return List.of(bytes("head" + RECORD + screened + RECORD + unscreened), bytes(RECORD + screened));
    }

    @Override
    public List<String> words() {
        return List.of(RECORD, "\u001f", "\t", "zzzzzzzzzzzzz", "-1y2p0ij32e8e7", "pbx:1.1", ":", "a", "~");
    }

    @Override
    public void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        List<PastCall> calls = CallText.read(text + GENUINE);
        Holds.that(calls.stream().anyMatch(call -> call.id().equals(Calls.id(9))), "the genuine record is read", calls);
        for (int i = 1; i < calls.size(); i++) {
            Holds.that(!calls.get(i).arrivedAt().isBefore(calls.get(i - 1).arrivedAt()), "in order", calls);
        }
        calls.forEach(call ->
                Holds.that(!call.lasted().isNegative() && !call.answered().isNegative(), "times that can be", call));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
