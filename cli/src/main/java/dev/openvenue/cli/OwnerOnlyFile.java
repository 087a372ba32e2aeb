package dev.openvenue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Reads a file with secrets, provided that only its owner can read it. */
final class OwnerOnlyFile {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnlyFile() {}

    static String read(Path file) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            // Where there are no POSIX permissions (Windows) a user's files are private by default.
            if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
                throw CommandException.usage(file + " is open to others than its owner; first run: chmod 600 " + file);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw CommandException.usage("There is no file " + file, e);
        } catch (IOException e) {
            // The message about a malformed file may quote its content.
            throw CommandException.usage("Cannot read " + file + " as text; check that it is a file of yours in UTF-8");
        }
    }
}
