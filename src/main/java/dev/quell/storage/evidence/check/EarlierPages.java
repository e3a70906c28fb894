package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.EarlierPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages of the calls from before the chain, as a signed note tells of them.
 *
 * @param before the number of the last row from before the chain
 * @param seed of their hashes; empty if the chain was not told of the pages yet
 * @param pages in the order of their rows
 */
public record EarlierPages(long before, String seed, List<EarlierPage> pages) {
    public EarlierPages {
        pages = List.copyOf(pages);
    }

    /**
     * Reads them; empty if the notes are not the service's.
     *
     * @param key the fingerprint of the key that signs now
     */
    public static Optional<EarlierPages> read(JdbcClient reader, String key) {
        Faults faults = new Faults();
        TrustedNotes notes = TrustedNotes.read(reader, faults, Set.of("GENESIS", "KEY", EarlierPage.KIND));
        boolean signed =
                notes.signers().stream().anyMatch(signer -> signer.fingerprint().equals(key));
        List<Trusted> begun = notes.of("GENESIS");
        List<Trusted> told = notes.of(EarlierPage.KIND);
        if (faults.faulty() > 0 || !signed || begun.size() != 1 || told.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new EarlierPages(
                begun.getFirst().whole("before", 0),
                told.isEmpty() ? "" : told.getFirst().word("seed"),
                told.isEmpty() ? List.of() : EarlierPage.of(told.getFirst().values())));
    }

    /** The page that a row is in. */
    public Optional<EarlierPage> of(long row) {
        return pages.stream()
                .filter(page -> page.after() < row && row <= page.last())
                .findFirst();
    }
}
