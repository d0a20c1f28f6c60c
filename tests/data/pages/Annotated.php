<?php
namespace App\Constants;

class ErrorCode extends AbstractConstants
{
    /**
     * @Message("The kite %s fell down")
     */
    public const KITE_FELL = 70023;

    /**
     * @Message("没有风")
     */
    public const NO_WIND = 70024;
}
