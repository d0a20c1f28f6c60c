using System.ComponentModel;

public enum KiteErrorCode
{
    [Description("The kite is torn")]
    KiteTorn = 10201,

    [Description("The string is missing")]
    StringMissing = 10404,
}
