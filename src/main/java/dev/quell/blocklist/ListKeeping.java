package dev.quell.blocklist;

import dev.quell.call.CallSettings;
import dev.quell.history.CallerHistory;
import java.time.Clock;

/**
 * The lists and the ladder over one store, put together by hand; a running service has Spring do it.
 *
 * @param lists the question asked at screening
 * @param keeper what people do with the lists
 * @param strikes what makes and lifts automatic blocks
 * @param fingerprints how common a signalling fingerprint is
 */
public record ListKeeping(BlockList lists, BlockListService keeper, Strikes strikes, FingerprintShare fingerprints) {

    /** Puts them together. */
    public static ListKeeping over(
            ListStore store, CallerHistory history, BlockListSettings settings, CallSettings calls, Clock clock) {
        ProtectedNumbers untouchable = new ProtectedNumbers(settings, calls);
        ListIndex index = new ListIndex(untouchable, clock);
        new ListReading(store, index).read();
        BlockListService keeper = new BlockListService(store, index, settings, untouchable);
        FingerprintShare fingerprints = new RecentFingerprints();
        Strikes strikes = new Strikes(history, store, index, keeper, settings, untouchable, fingerprints);
        return new ListKeeping(index, keeper, strikes, fingerprints);
    }

    /** Makes an entry count that was kept past the keeper. */
    public void entered(ListEntry entry) {
        if (lists instanceof ListIndex index) {
            index.follow(entry);
        }
    }
}
