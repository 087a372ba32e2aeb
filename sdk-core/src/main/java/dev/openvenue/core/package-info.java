/**
 * The runtime of every OpenVenue client. Application code needs {@link dev.openvenue.core.VenueClientBuilder},
 * {@link dev.openvenue.core.signing.Credentials}, {@link dev.openvenue.core.VenueCall} and
 * {@link dev.openvenue.core.error.VenueException}; the rest is for extensions and generated code.
 *
 * <p>The path of a call through this package, most of whose types are hidden:
 *
 * <ol>
 *   <li>{@code ApiInvocationHandler} implements the generated interface and keeps the arguments;
 *       {@code ArgumentValidator} checks them against the spec.
 *   <li>{@link dev.openvenue.core.VenueCall}, implemented by {@code HttpCall}, is the call that was not made yet. Each
 *       execution has a {@code CallState} that travels through the interceptors, and ends with its
 *       {@code CallCompletion}, at its {@code Deadline} at the latest.
 *   <li>{@code CallThreads} runs it, in a {@code CallLane} if it is asynchronous.
 *   <li>The interceptors, assembled in {@link dev.openvenue.core.VenueRuntime}:
 *       <ol>
 *         <li>{@code ReentryGuardInterceptor} lets a call begin only once.
 *         <li>{@code RetryInterceptor} retries as {@code RetryRules} and {@link dev.openvenue.core.RetryPolicy} permit,
 *             after {@code LookupBeforeRetry} if the outcome of an attempt is unknown.
 *         <li>{@code ClockSkewInterceptor} synchronises the {@link dev.openvenue.core.VenueClock} after a rejected
 *             timestamp.
 *         <li>{@code RateLimitInterceptor} waits for permits, see {@link dev.openvenue.core.limit.RateLimits}.
 *         <li>{@code SigningInterceptor} signs the attempt with the venue's
 *             {@link dev.openvenue.core.signing.RequestSigner}.
 *         <li>{@code AttemptInterceptor} makes the attempt, and {@code ResponseReader} reads the response.
 *         <li>{@code ResendGuardInterceptor}, next to the wire, keeps OkHttp from sending a request twice.
 *       </ol>
 *   <li>{@code ResponseDocument} parses envelope and payload; the {@link dev.openvenue.core.error.ErrorCatalogue}
 *       classifies the code of a rejection.
 *   <li>The result is a payload, a {@link dev.openvenue.core.VenueResponse}, or a
 *       {@link dev.openvenue.core.error.VenueException}.
 * </ol>
 *
 * <p>{@link dev.openvenue.core.Operations} are the same calls by operation id, for venue-independent tools.
 */
@NullMarked
package dev.openvenue.core;

import org.jspecify.annotations.NullMarked;
