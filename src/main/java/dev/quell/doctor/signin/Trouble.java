package dev.quell.doctor.signin;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** What it means that another service cannot be asked, and what to do then. */
final class Trouble {

    private Trouble() {}

    private static List<Throwable> chain(Throwable trouble) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = trouble; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    /** Why, in the innermost's words. */
    static String words(Throwable trouble) {
        Throwable last = chain(trouble).getLast();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    /**
     * What to do.
     *
     * @param prefix of the settings
     * @param place which of them says where it is
     */
    static String advice(Throwable trouble, String prefix, String place) {
        List<Throwable> chain = chain(trouble);
        if (any(chain, SSLException.class) || any(chain, java.security.cert.CertificateException.class)) {
            return prefix
                    + ".certificates: a file in PEM with the authority of its certificate; the certificate must bear the name that "
                    + prefix + "." + place + " has, and hold today";
        }
        if (any(chain, NoSuchFileException.class) || any(chain, FileNotFoundException.class)) {
            return "a file that " + prefix + " names must be there, and be readable by the user quell";
        }
        if (any(chain, UnknownHostException.class)) {
            return prefix + "." + place + ": the name is known to no DNS that this machine asks";
        }
        if (any(chain, ConnectException.class)) {
            return prefix + "." + place + ": nobody listens there, or a firewall stands between";
        }
        if (any(chain, SocketTimeoutException.class) || any(chain, HttpTimeoutException.class)) {
            return "a firewall stands between, or it is slow: " + prefix + ".timeout";
        }
        if (any(chain, javax.naming.AuthenticationException.class)) {
            return prefix + ".bind-dn, and bind-password-file, whose first line is the password";
        }
        return prefix + "." + place + ", and whether it answers from this machine";
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }
}
