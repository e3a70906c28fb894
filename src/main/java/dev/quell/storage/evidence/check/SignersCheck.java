package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.check.TrustedNotes.Signer;
import java.util.List;
import java.util.Set;

/** Whether the keys that signed are the site's: named, or followed by a named one for which they vouch. */
final class SignersCheck {

    private final TrustedNotes notes;
    private final Faults faults;

    SignersCheck(TrustedNotes notes, Faults faults) {
        this.notes = notes;
        this.faults = faults;
    }

    /**
     * Looks.
     *
     * @param wanted fingerprints of the keys that may have signed; none: they are told, and not compared
     */
    void look(Set<String> wanted) {
        List<Signer> signers = notes.signers();
        if (wanted.isEmpty()) {
            faults.unproved("the key that signed was not compared with the site's; name its fingerprint with --key");
        }
        for (int each = signers.size() - 1; each >= 0; each--) {
            String key = signers.get(each).fingerprint();
            boolean vouches = each + 1 < signers.size() && signers.get(each + 1).vouched();
            if (!wanted.contains(key) && !vouches && !(wanted.isEmpty() && each == signers.size() - 1)) {
                faults.add("notes of the chain are signed with the key " + key
                        + ", which is not the site's; if it once was, name it with --key beside the present one");
            }
        }
    }
}
