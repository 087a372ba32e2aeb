/** The records and open enums of Trap. */
package dev.openvenue.trap.model;
