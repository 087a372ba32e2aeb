/**
 * A venue on the desk: the embedded venues as servers on this machine, for programs in any language, with a control API
 * (described in {@code specs/simulator/openapi.yaml}), a console for the browser, and recordings of sessions.
 *
 * <p>Start with {@link dev.openvenue.workbench.Workbench}. It listens on 127.0.0.1 alone unless it is told otherwise,
 * demands a token for all but the console's own files, and makes no request to anywhere.
 */
@NullMarked
package dev.openvenue.workbench;

import org.jspecify.annotations.NullMarked;
