package dev.openvenue.redis;

import static redis.embedded.model.OsArchitecture.UNIX_x86;
import static redis.embedded.model.OsArchitecture.UNIX_x86_64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;
import redis.embedded.util.IO;

/** The servers' files that may run here, unpacked once; they go with this process. */
final class Binaries {
    private static final Map<OsArchitecture, String> KNOWN = ExecutableProvider.newProvidedVersionsMap();
    private static final List<Path> UNPACKED = new ArrayList<>();

    private Binaries() {}

    /** The files, best first; none if this platform has none. */
    static synchronized List<Path> unpacked() throws IOException {
        if (UNPACKED.isEmpty()) {
            for (OsArchitecture platform : platforms()) {
                UNPACKED.add(IO.writeResourceToExecutableFile(IO.newTempDirForBinary(), KNOWN.get(platform))
                        .toPath());
            }
        }
        return List.copyOf(UNPACKED);
    }

    private static List<OsArchitecture> platforms() {
        OsArchitecture here;
        try {
            here = OsArchitecture.detectOSandArchitecture();
        } catch (OsArchitectureNotFound | UnknownOSName e) {
            return List.of();
        }
        // The 64-bit server for Linux needs OpenSSL 3; the 32-bit one needs nothing and runs on the same machines.
        List<OsArchitecture> wanted = here.equals(UNIX_x86_64) ? List.of(here, UNIX_x86) : List.of(here);
        return wanted.stream().filter(KNOWN::containsKey).toList();
    }
}
